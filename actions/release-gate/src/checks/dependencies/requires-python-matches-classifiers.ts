import { excludedPythons } from '@pymaint/python';
import { check } from '../../check.ts';

/** What the classifiers promise, requires-python allows. */
export const requiresPythonMatchesClassifiers = check({
  id: 'dependencies/requires-python-matches-classifiers',
  summary: 'The classifiers name no Python that requires-python excludes',
  level: 'warning',
  reads: ['project', 'pythonClaims'],
  judge: ({ project, pythonClaims }) =>
    excludedPythons(
      project.value,
      pythonClaims.value.filter(({ kind }) => kind === 'classifier'),
    ),
});
