import { excludedPythons } from '@pymaint/python';
import { check } from '../../check.ts';

/** Classifiers, tox, nox and workflows name only Pythons on which the package can be installed. */
export const pythonVersions = check({
  id: 'drift/python-versions',
  summary: 'Classifiers, tox, nox and workflows name no Python that requires-python excludes',
  level: 'warning',
  reads: ['project', 'pythonClaims'],
  judge: ({ project, pythonClaims }) => excludedPythons(project.value, pythonClaims.value),
});
