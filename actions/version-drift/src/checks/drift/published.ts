import { daysBetween, failIf, skip, type Known, type Problem } from '@pymaint/core';
import { compareVersions, isPlainFinal } from '@pymaint/python';
import { check } from '../../check.ts';
import type { DeclaredDay, Published, Release, Target } from '../../facts.ts';

/** Days from a tag to its release: builds are retried, and publishing is approved. */
const GRACE = 3;

/** A tag whose publishing failed, and a release that was forgotten, are seen by no one who looks at the repository alone. */
export const published = check({
  id: 'drift/published',
  summary: 'What was tagged is on the package index, and what is declared does not wait for long',
  level: 'warning',
  reads: ['project', 'published', 'today'],
  mayLack: ['releases', 'target', 'declaredDay'],
  judge: ({ published: { value, place }, today, releases, target, declaredDay }) => {
    if (!value.asked) return { status: 'skip', because: 'not-asked', reason: value.why };
    const last = newest(value.releases);
    // A project that is not on the index may be published elsewhere, or never.
    if (last === undefined) return skip(`${value.url} has no final release of it`);
    const problems = [
      ...(releases.known ? neverPublished(releases.value, value, last, today.value) : []).map(
        (problem) => ({ ...problem, place: target.known ? target.place : place }),
      ),
      ...(target.known && declaredDay.known
        ? waiting(target, last, declaredDay.value, today.value)
        : []),
    ];
    return failIf(problems, `${last.version.canonical} is the last release`);
  },
});

const newest = (releases: readonly Release[]): Release | undefined =>
  releases.find(({ version }) => isPlainFinal(version));

function neverPublished(
  tags: readonly Release[],
  { url, releases }: Extract<Published, { asked: true }>,
  last: Release,
  today: string,
): readonly Omit<Problem, 'place'>[] {
  const tag = newest(tags);
  if (tag === undefined) return [];
  const order = compareVersions(tag.version, last.version);
  const out = releases.some(({ version }) => compareVersions(version, tag.version) === 0);
  if (order > 0 && !out && daysBetween(tag.date, today) > GRACE)
    return [
      {
        message: `Unexpected tag \`${tag.tag}\` of ${tag.date} without a release on ${url}, expected one: the newest there is \`${last.version.canonical}\``,
        remedy: 'see why publishing failed, and run it again from the tag',
        data: { tag: tag.tag, newest: last.version.canonical },
      },
    ];
  if (order < 0)
    return [
      {
        level: 'notice',
        message: `Unexpected release \`${last.version.canonical}\` on ${url} without a tag, expected one: the newest here is \`${tag.tag}\``,
        remedy: 'fetch the tags, or tag the commit that it was built from',
        data: { tag: tag.tag, newest: last.version.canonical },
      },
    ];
  return [];
}

/** A final version that is declared and newer than all on the index. */
function waiting(
  { value: { version, from }, place }: Known<Target>,
  last: Release,
  { day, within }: DeclaredDay,
  today: string,
): readonly Problem[] {
  const days = daysBetween(day, today);
  const ahead = from === 'declared' && isPlainFinal(version);
  if (!ahead || compareVersions(version, last.version) <= 0 || days <= within) return [];
  return [
    {
      level: 'notice',
      message: `Unexpected declared version \`${version.text}\` that has waited for its release since ${day}, ${days} days, expected one within ${within}: the index has \`${last.version.canonical}\``,
      place,
      remedy: 'release it, or declare a development version such as `1.5.0.dev0` until then',
      data: { days, since: day, newest: last.version.canonical },
    },
  ];
}
