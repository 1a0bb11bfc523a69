import type { Release } from '@pymaint/changelog';
import { count, failIf, fileStart, skip, type Problem } from '@pymaint/core';
import { compareVersions, isPrerelease, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import type { TaggedRelease } from '../../facts.ts';
import { nameOf, versioned } from '../../judging/age.ts';

/** How many of the newest tags and entries are held against each other; older ones are history. */
const NEWEST = 10;

/** Each recent tag has its entry, and each recent entry its tag. */
export const tagsTold = check({
  id: 'changelog/tags-told',
  summary: 'Recent tags and entries belong together',
  level: 'notice',
  reads: ['changelog', 'tags'],
  judge: ({ changelog, tags }) => {
    const { changelog: read, path, others } = changelog.value;
    if (others.length > 0) return skip('the project has several changelogs');
    const entries = versioned(read.releases).filter(({ release }) => release.kind !== 'unreleased');
    const all = read.releases.flatMap((it) => versionsOf(it));
    const oldest = entries.map(({ version }) => version).toSorted(compareVersions)[0];
    if (oldest === undefined || tags.value.releases.length === 0) return skip('nothing to compare');
    const finals = tags.value.releases
      .filter(({ version }) => !isPrerelease(version) && compareVersions(version, oldest) >= 0)
      .slice(0, NEWEST);
    const untold = finals.filter(
      ({ version }) => !all.some((other) => compareVersions(other, version) === 0),
    );
    // Where most have none, the changelog is kept elsewhere or by series.
    const missing =
      untold.length * 2 > finals.length ? [] : untold.map((tag) => untoldTag(tag, path));
    const untagged = entries
      // The newest entry may be written just before its tag.
      .slice(1, NEWEST)
      .filter(
        ({ version }) =>
          !tags.value.releases.some((tag) => compareVersions(tag.version, version) === 0),
      )
      .map(({ release }) => untaggedEntry(release));
    return failIf(
      [...missing, ...(untagged.length * 2 > Math.min(entries.length, NEWEST) ? [] : untagged)],
      count(finals.length, 'tag'),
    );
  },
});

const versionsOf = ({ version, moreVersions }: Release) =>
  [version, ...moreVersions].flatMap((it) => parseVersion(it?.canonical ?? '') ?? []);

const untoldTag = ({ tag, version }: TaggedRelease, path: string): Problem => ({
  level: 'warning',
  message: `Unexpected tag \`${tag}\` without an entry in the changelog, expected one for \`${version.canonical}\``,
  place: fileStart(path),
});

const untaggedEntry = (release: Release): Problem => ({
  message: `Unexpected entry for \`${nameOf(release)}\` without a tag, expected one of that version`,
  place: release.heading.range,
});
