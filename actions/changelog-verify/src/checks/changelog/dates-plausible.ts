import type { Release } from '@pymaint/changelog';
import { failIf } from '@pymaint/core';
import { parseVersion, versionKey } from '@pymaint/python';
import { check } from '../../check.ts';
import { dateProblem, type DateWitness } from '../../judging/release-date.ts';

/** The dates of releases can be true: not to come, none before the release it follows, each near its tag's. */
export const datesPlausible = check({
  id: 'changelog/dates-plausible',
  summary: 'The dates of releases can be true',
  reads: ['changelog', 'today'],
  mayLack: ['tags'],
  judge: ({ changelog, today, tags }) => {
    const { releases } = changelog.value.changelog;
    const tagged = new Map(
      (tags.known ? tags.value.releases : []).map((one) => [
        versionKey(one.version),
        { name: one.tag, date: one.date },
      ]),
    );
    const tagOf = ({ version }: Release): DateWitness['tag'] => {
      const own = parseVersion(version?.canonical ?? '');
      return own && tagged.get(versionKey(own));
    };
    const witness = { releases, today: today.value, isNext: false };
    const problems = releases
      .filter(({ kind, date }) => kind !== 'unreleased' && date?.iso !== undefined)
      .flatMap((release) => dateProblem(release, { ...witness, tag: tagOf(release) }) ?? []);
    return failIf(problems);
  },
});
