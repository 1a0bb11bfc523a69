import { excludedPythons } from '@pymaint/python';
import { check } from '../../check.ts';

/** Where the package is tested, it can be installed. */
export const requiresPythonMatchesTests = check({
  id: 'dependencies/requires-python-matches-tests',
  summary: 'Tox, nox and workflows name no Python that requires-python excludes',
  level: 'warning',
  reads: ['project', 'pythonClaims'],
  judge: ({ project, pythonClaims }) =>
    excludedPythons(
      project.value,
      pythonClaims.value.filter(({ kind }) => kind !== 'classifier'),
    ),
});
