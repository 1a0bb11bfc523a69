import type { Release } from '@pymaint/changelog';
import { failIf, groupBy, type Problem } from '@pymaint/core';
import { compareVersions, seriesOf } from '@pymaint/python';
import { check } from '../../check.ts';
import { levelByAge, nameOf, versioned, type Versioned } from '../../judging/age.ts';

/** Within each series the newest release stands first, and what is unreleased stands on top. */
export const ordered = check({
  id: 'changelog/ordered',
  summary: 'Releases stand in the order of their versions, each series by itself',
  level: 'warning',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { releases } = changelog.value.changelog;
    const all = versioned(releases);
    const descending = isDescending(all);
    const problems = seriesMembers(all).flatMap((members) =>
      members.flatMap((it, at): readonly Problem[] => {
        const before = members[at - 1];
        if (before === undefined) return [];
        const step = compareVersions(it.version, before.version);
        return step === 0 || step < 0 === descending ? [] : [misplaced(it, before, releases)];
      }),
    );
    return failIf([...problems, ...(descending ? buried(releases) : [])]);
  },
});

/** A file may begin with its oldest release: most neighbours tell. */
function isDescending(all: readonly Versioned[]): boolean {
  const steps = all.slice(1).map((it, at) => {
    const before = all[at];
    return before === undefined ? 0 : Math.sign(compareVersions(it.version, before.version));
  });
  return steps.filter((step) => step < 0).length >= steps.filter((step) => step > 0).length;
}

/** Releases of the same first two numbers, in file order. Where series mix, only order within one can be wrong. */
const seriesMembers = (all: readonly Versioned[]): readonly (readonly Versioned[])[] => [
  ...groupBy(all, ({ version }) => seriesOf(version)).values(),
];

const misplaced = (it: Versioned, before: Versioned, releases: readonly Release[]): Problem => ({
  level: levelByAge(it.release, releases, 'warning'),
  message: `Unexpected place of \`${nameOf(it.release)}\` behind \`${nameOf(before.release)}\`, expected it before`,
  place: it.release.heading.range,
  related: [{ message: nameOf(before.release), place: before.release.heading.range }],
});

/** A part without a version that stands below a release. */
function buried(releases: readonly Release[]): readonly Problem[] {
  const first = releases.findIndex(({ kind }) => kind === 'released');
  return releases
    .filter((it, at) => at > first && first >= 0 && it.kind === 'unreleased' && !it.version)
    .map(({ heading }) => ({
      message: `Unexpected \`${heading.text}\` below a release, expected it on top`,
      place: heading.range,
    }));
}
