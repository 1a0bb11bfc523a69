import { failIf, skip, type Problem, type Verdict } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import { parseSpecifiers } from '../specifiers.ts';
import { allowsMinor } from './allows.ts';
import type { PythonClaim } from './claims.ts';

const WORDS: { readonly [K in PythonClaim['kind']]: string } = {
  classifier: 'classifier',
  tox: 'environment of tox',
  nox: 'Python of a nox session',
  workflow: 'Python of a workflow',
};

/** Fails for each of these claims whose Python requires-python excludes: nothing can be installed there. */
export function excludedPythons(project: Project, claims: readonly PythonClaim[]): Verdict {
  const { requiresPython } = project;
  if (!requiresPython.known) return skip('requires-python is not declared');
  const parsed = parseSpecifiers(requiresPython.value);
  if (!parsed.ok) return skip('requires-python cannot be read');
  const problems = claims
    .filter(({ minor }) => !allowsMinor(parsed.set, minor))
    .map((claim): Problem => ({
      message: `Unexpected ${WORDS[claim.kind]} \`${claim.written}\`, expected none that requires-python \`${requiresPython.value}\` excludes`,
      place: claim.place,
      related: [{ message: 'requires-python', place: requiresPython.place }],
      remedy: 'delete it, or widen requires-python',
      // A session of nox and a job of a workflow need not install the package.
      ...((claim.kind === 'nox' || claim.kind === 'workflow') && { level: 'notice' }),
    }));
  return failIf(problems, `Python ${requiresPython.value}`);
}
