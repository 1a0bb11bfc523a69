import { failIf, groupBy, listed, skip, type Problem } from '@pymaint/core';
import { allowedMinors, contradiction, markerHolds } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf, type WrittenRequirement } from '../../judging/requirements.ts';

/** Where markers split one requirement by Python, each supported Python gets exactly one satisfiable range. */
export const everyPythonServed = check({
  id: 'dependencies/every-python-served',
  summary: 'Requirements that markers split by Python leave out no Python in between',
  reads: ['project'],
  judge: ({ project }) => {
    const { requiresPython } = project.value;
    if (!requiresPython.known) return skip('requires-python is not declared');
    const minors = allowedMinors(requiresPython.value) ?? [];
    if (minors.length === 0) return skip('requires-python cannot be read');
    const split = groupBy(
      requirementsOf(project.value).filter(({ requirement }) => requirement?.marker !== undefined),
      ({ of, requirement }) => `${of}\n${requirement?.normalizedName ?? ''}`,
    );
    return failIf(
      [...split.values()]
        .filter(({ length }) => length > 1)
        .flatMap((parts) => clashOf(parts, minors) ?? gapOf(parts, minors) ?? []),
    );
  },
});

/** Two parts that both apply to one Python and that no version satisfies together. */
function clashOf(
  parts: readonly WrittenRequirement[],
  minors: readonly string[],
): Problem | undefined {
  for (const [at, { entry, requirement }] of parts.entries())
    for (const other of parts.slice(0, at)) {
      if (requirement === undefined || other.requirement === undefined) continue;
      const clauses = [...other.requirement.specifiers.clauses, ...requirement.specifiers.clauses];
      const minor = minors.find(
        (one) => holds(other, one) === true && holds({ requirement }, one) === true,
      );
      if (minor === undefined || contradiction({ text: '', clauses }) === undefined) continue;
      return {
        message: `Unexpected requirements \`${other.entry.text}\` and \`${entry.text}\` for Python ${minor}, expected ones that some version satisfies together`,
        place: entry.place,
        related: [{ message: 'the other one', place: other.entry.place }],
        remedy: 'mend the markers, so that one of them applies to each Python',
      };
    }
  return undefined;
}

/** Pythons that no part applies to, between Pythons that parts apply to. */
function gapOf(
  parts: readonly WrittenRequirement[],
  minors: readonly string[],
): Problem | undefined {
  const served = minors.map((minor) => {
    const answers = new Set(parts.map((part) => holds(part, minor)));
    return answers.has(true) ? true : answers.has(undefined) ? undefined : false;
  });
  // Where it depends on something else as well, nothing is certain.
  if (served.includes(undefined)) return undefined;
  const [from, to] = [served.indexOf(true), served.lastIndexOf(true)];
  const missing = minors.filter((_, at) => from < at && at < to && served[at] === false);
  const [first] = parts;
  if (first?.requirement === undefined || missing.length === 0) return undefined;
  return {
    level: 'warning',
    message: `Unexpected gap between the requirements on \`${first.requirement.name}\` in ${first.of}, expected one for Python ${listed(missing)}`,
    place: first.entry.place,
    related: parts.slice(1).map(({ entry }) => ({ message: 'and here', place: entry.place })),
    remedy: 'mend the markers, such as `<` to `<=`',
  };
}

const holds = (
  { requirement }: Pick<WrittenRequirement, 'requirement'>,
  minor: string,
): boolean | undefined =>
  requirement?.marker === undefined ? true : markerHolds(requirement.marker, minor);
