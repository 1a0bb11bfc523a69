import { failIf, skip, type Problem } from '@pymaint/core';
import { parseSpecifiers, parseVersion, specifiersContain } from '@pymaint/python';
import { check } from '../../check.ts';
import type { PythonClaim } from '../../judging/python-claims.ts';

/** Classifiers, tox, nox and workflows name only Pythons on which the package can be installed. */
export const pythonVersions = check({
  id: 'drift/python-versions',
  summary: 'Classifiers, tox, nox and workflows name no Python that requires-python excludes',
  level: 'warning',
  reads: ['project', 'pythonClaims'],
  judge: ({ project, pythonClaims }) => {
    const { requiresPython } = project.value;
    if (!requiresPython.known) return skip('requires-python is not declared');
    const parsed = parseSpecifiers(requiresPython.value);
    if (!parsed.ok) return skip('requires-python cannot be read');
    const allowed = (minor: string): boolean =>
      // Some patch release is allowed: `>=3.8.1` allows 3.8.
      ['0', '1', '2', '5', '10', '99'].some((patch) => {
        const version = parseVersion(`${minor}.${patch}`);
        return version !== undefined && specifiersContain(parsed.set, version);
      });
    const problems = pythonClaims.value
      .filter(({ minor }) => !allowed(minor))
      .map((claim): Problem => ({
        message: `Unexpected ${WORDS[claim.kind]} \`${claim.written}\`, expected none that requires-python \`${requiresPython.value}\` excludes`,
        place: claim.place,
        related: [{ message: 'requires-python', place: requiresPython.place }],
        remedy: 'delete it, or widen requires-python',
        // A session of nox and a job of a workflow need not install the package.
        ...((claim.kind === 'nox' || claim.kind === 'workflow') && { level: 'notice' }),
      }));
    return failIf(problems, `Python ${requiresPython.value}`);
  },
});

const WORDS: { readonly [K in PythonClaim['kind']]: string } = {
  classifier: 'classifier',
  tox: 'environment of tox',
  nox: 'Python of a nox session',
  workflow: 'Python of a workflow',
};
