import { failIf, type Problem } from '@pymaint/core';
import { contradiction, type SpecifierSet } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf, type WrittenRequirement } from '../../judging/requirements.ts';

/** Some version can satisfy every requirement, also where one project is required twice. */
export const notContradictory = check({
  id: 'dependencies/not-contradictory',
  summary: 'Every requirement can be satisfied by some version',
  reads: ['project'],
  judge: ({ project }) => {
    const all = requirementsOf(project.value).filter(
      ({ requirement }) => requirement !== undefined,
    );
    return failIf([...all.flatMap(inItself), ...together(all)]);
  },
});

function inItself({ entry, requirement }: WrittenRequirement): readonly Problem[] {
  const found = requirement && contradiction(requirement.specifiers);
  if (requirement === undefined || found === undefined) return [];
  const [first, second] = found.map(({ operator, written }) => `${operator}${written}`);
  return [
    {
      message: `Unexpected range \`${first}\` with \`${second}\` for \`${requirement.name}\`, expected one that some version is in`,
      place: entry.place,
      remedy: 'mend the range',
    },
  ];
}

/** Two requirements on one project in one list, both without a marker, hold at once. */
function together(all: readonly WrittenRequirement[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, WrittenRequirement>();
  for (const written of all) {
    const { requirement, of, entry } = written;
    if (requirement === undefined || requirement.marker !== undefined) continue;
    const key = `${of}\n${requirement.normalizedName}`;
    const before = seen.get(key);
    seen.set(key, before ?? written);
    if (before?.requirement === undefined) continue;
    const both: SpecifierSet = {
      text: '',
      clauses: [...before.requirement.specifiers.clauses, ...requirement.specifiers.clauses],
    };
    if (contradiction(both) === undefined || inItself(written).length + inItself(before).length > 0)
      continue;
    problems.push({
      message: `Unexpected requirement \`${entry.text}\`, expected one that agrees with \`${before.entry.text}\` in the same ${of}`,
      place: entry.place,
      related: [{ message: 'required here too', place: before.entry.place }],
      remedy: 'keep one of them',
    });
  }
  return problems;
}
