import { count, failIf, skip, type Problem } from '@pymaint/core';
import {
  allowedMinors,
  allowsMinor,
  parseSpecifiers,
  type Project,
  type SpecifierSet,
  type StatedMinor,
  type StatedPythons,
} from '@pymaint/python';
import { check } from '../../check.ts';

/** Whoever reads `Python 3.8+` and has 3.8 is given an old release by pip, and reports its bugs. */
export const statedPythons = check({
  id: 'drift/stated-pythons',
  summary: 'README and documents name the Pythons that requires-python and the classifiers allow',
  level: 'warning',
  reads: ['project', 'statedPythons'],
  judge: ({ project, statedPythons: stated }) => {
    const { requiresPython } = project.value;
    if (!requiresPython.known) return skip('requires-python is not declared');
    const parsed = parseSpecifiers(requiresPython.value);
    if (!parsed.ok) return skip('requires-python cannot be read');
    if (stated.value.length === 0) return skip('no document says which Pythons it needs');
    const required = { set: parsed.set, first: allowedMinors(requiresPython.value)?.[0] };
    const related = [{ message: 'requires-python', place: requiresPython.place }];
    const problems = stated.value.flatMap((one) =>
      problemsOf(one, required, newestClassifier(project.value)).map((problem) => ({
        ...problem,
        related,
      })),
    );
    return failIf(
      problems,
      count(stated.value.length, 'sentence or badge', 'sentences and badges'),
    );
  },
});

interface Required {
  readonly set: SpecifierSet;
  readonly first: string | undefined;
}

function problemsOf(
  { written, first, last, kind }: StatedPythons,
  { set, first: floor }: Required,
  newest: string | undefined,
): readonly Problem[] {
  const about = { shown: written, requires: set.text };
  if (floor === undefined) return [];
  const lower = byMinor(first.minor, floor);
  const problems: Problem[] = [];
  if (lower < 0) problems.push(problem(about, first, floor));
  // What starts later may speak of something narrower than the project.
  if (lower > 0 && kind !== 'item')
    problems.push({ ...problem(about, first, floor), level: 'notice' });
  if (last === undefined) return problems;
  if (!allowsMinor(set, last.minor) && byMinor(last.minor, floor) > 0)
    problems.push({
      message: `Unexpected \`${last.minor}\` in \`${written}\`, expected none that requires-python \`${set.text}\` excludes`,
      place: last.place,
      remedy: 'name the newest Python that it allows, or widen requires-python',
    });
  else if (newest !== undefined && byMinor(last.minor, newest) !== 0 && kind !== 'item')
    problems.push({
      level: 'notice',
      message: `Unexpected \`${last.minor}\` in \`${written}\`, expected \`${newest}\`, the newest of the classifiers`,
      place: last.place,
      remedy: `write \`${newest}\`, or mend the classifiers`,
    });
  return problems;
}

const problem = (
  { shown, requires }: { readonly shown: string; readonly requires: string },
  { minor, place }: StatedMinor,
  floor: string,
): Problem => ({
  message: `Unexpected \`${minor}\` in \`${shown}\`, expected \`${floor}\`, the oldest that requires-python \`${requires}\` allows`,
  place,
  remedy: `write \`${floor}\`, or change requires-python`,
  fix: {
    title: `Write ${floor}`,
    edits: [{ range: place, oldText: minor, newText: floor }],
    // The document may be right, and the metadata wrong.
    safe: false,
  },
});

function newestClassifier({ classifiers }: Project): string | undefined {
  if (!classifiers.known) return undefined;
  return classifiers.value
    .flatMap(({ text }) => /^Programming Language :: Python :: (\d+\.\d+)$/.exec(text)?.[1] ?? [])
    .toSorted(byMinor)
    .at(-1);
}

const byMinor = (a: string, b: string): number => weight(a) - weight(b);

const weight = (minor: string): number => {
  const [major = 0, second = 0] = minor.split('.').map(Number);
  return major * 1000 + second;
};
