import { failIf, listed, skip, type Problem } from '@pymaint/core';
import { parseSpecifiers, type SpecifierClause } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** What a release forbids today, no later release can allow: users of a library are stuck with it. */
export const noUpperCaps = check({
  id: 'dependencies/no-upper-caps',
  summary: '`requires-python` and dependencies have no upper bounds',
  level: 'notice',
  reads: ['project'],
  judge: ({ project }) => {
    const { requiresPython } = project.value;
    const capped = requirementsOf(project.value).filter(
      ({ of, requirement }) =>
        of === 'dependencies' &&
        // Behind a marker, a bound is the answer to something that is known.
        requirement?.marker === undefined &&
        requirement?.specifiers.clauses.some(isCap) === true,
    );
    const problems: Problem[] = [];
    if (requiresPython.known && capsPython(requiresPython.value))
      problems.push({
        message: `Unexpected upper bound in requires-python \`${requiresPython.value}\`, expected a lower bound alone: installers on a newer Python then take an older release without it`,
        place: requiresPython.place,
        remedy: 'delete the upper bound; say by classifiers what is tested',
      });
    const [first, ...more] = capped;
    if (first !== undefined)
      problems.push({
        message: `Unexpected upper bound of ${listed(capped.map(({ entry }) => `\`${entry.text}\``))}, expected none without a known reason: nobody can use your release with what comes out tomorrow`,
        place: first.entry.place,
        related: more.map(({ entry }) => ({ message: 'and here', place: entry.place })),
        remedy: 'delete the bound, or exclude the versions that are known to break by `!=`',
      });
    if (!requiresPython.known && !project.value.dependencies.known)
      return skip('neither requires-python nor dependencies are declared');
    return failIf(problems);
  },
});

const CAPS = new Set(['<', '<=', '~=', '==', '===']);

const isCap = ({ operator }: SpecifierClause): boolean => CAPS.has(operator);

function capsPython(text: string): boolean {
  const parsed = parseSpecifiers(text);
  return parsed.ok && parsed.set.clauses.some(isCap);
}
