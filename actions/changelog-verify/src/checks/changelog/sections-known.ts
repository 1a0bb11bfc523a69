import { KEEP_A_CHANGELOG, type Section } from '@pymaint/changelog';
import { failIf, nearest, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { levelByAge } from '../../judging/age.ts';

/** A title that stands so often in a file is the project's own word. */
const OWN_WORD = 3;

/** Sections have titles that are known; a misspelt one is taken for a new kind of change. */
export const sectionsKnown = check({
  id: 'changelog/sections-known',
  summary: 'No section’s title is a known one misspelt',
  level: 'warning',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { releases } = changelog.value.changelog;
    const counts = countTitles(releases.flatMap(({ sections }) => sections));
    const own = [...counts].filter(([, count]) => count >= OWN_WORD).map(([title]) => title);
    const vocabulary = [...new Set([...KEEP_A_CHANGELOG, ...own])];
    const problems = releases.flatMap((release) =>
      release.sections.flatMap((section): readonly Problem[] => {
        const meant = misspelt(section, counts, vocabulary);
        if (meant === undefined) return [];
        return [
          {
            level: levelByAge(release, releases, 'warning'),
            message: `Unexpected section \`${section.title}\`, expected a known one; did you mean \`${meant}\`?`,
            place: section.range,
            remedy: `write \`${meant}\``,
          },
        ];
      }),
    );
    return failIf(problems);
  },
});

const countTitles = (sections: readonly Section[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { title } of sections) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
};

/** One word that is near to a known one, and not it in another form (`Fix`, `Fixes`). */
function misspelt(
  { title, category }: Section,
  counts: ReadonlyMap<string, number>,
  vocabulary: readonly string[],
): string | undefined {
  if (category !== undefined || (counts.get(title) ?? 0) >= OWN_WORD) return undefined;
  if (!/^[A-Za-z][a-z]{4,20}$/.test(title)) return undefined;
  const words = vocabulary.filter((word) => /^[A-Za-z]{5,21}$/.test(word));
  const meant = nearest(title, words);
  if (meant === undefined || meant.toLowerCase() === title.toLowerCase()) return undefined;
  // Two letters at most, and the first one right: other words are as near as that.
  return meant[0]?.toLowerCase() === title[0]?.toLowerCase() &&
    Math.abs(meant.length - title.length) <= 1
    ? meant
    : undefined;
}
