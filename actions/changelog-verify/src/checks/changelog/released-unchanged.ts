import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { nameOf } from '../../judging/age.ts';
import { byVersion, newEntries, releasedPairs, type Pair } from '../../judging/change.ts';

/** What was released is history: a change adds to what is to come. */
export const releasedUnchanged = check({
  id: 'changelog/released-unchanged',
  summary: 'A change leaves the entries of released versions as they were',
  level: 'warning',
  reads: ['changelog', 'before', 'change'],
  judge: ({ changelog, before }) => {
    const after = changelog.value.changelog;
    const pairs = releasedPairs(before.value, after);
    const now = byVersion(after);
    const gone = before.value.releases
      .filter((it) => it.kind === 'released' && it.version && now(it) === undefined)
      .map((it): Problem => ({
        message: `Unexpected lack of the entry for \`${nameOf(it)}\`, expected it as it was`,
        place: { path: changelog.value.path, line: 1, column: 1 },
        remedy: 'put it back, or move it to a file for older releases',
      }));
    // A changelog that is cut in two, or given a new form, is no edit of one release.
    const rewritten = gone.length > 3;
    const edited = pairs.flatMap((pair) => editedEntries(pair));
    if (rewritten || edited.length > MOST) return failIf([]);
    return failIf([...gone, ...edited], `${pairs.length} releases`);
  },
});

/** More than this is a change of form, such as new links. */
const MOST = 10;

function editedEntries({ before, after }: Pair): readonly Problem[] {
  const name = nameOf(after);
  const added = newEntries(before.entries, after.entries);
  const removed = newEntries(after.entries, before.entries);
  // A corrected entry is one gone and one new; only what is new on balance was added.
  const isNew = added.length > removed.length;
  return [
    ...added.map(({ text, range }): Problem => ({
      level: isNew ? 'error' : 'notice',
      message: isNew
        ? `Unexpected new entry under the released \`${name}\`, expected it in the unreleased part`
        : `Unexpected change of an entry of the released \`${name}\`, expected it as it was`,
      place: range,
      remedy: isNew
        ? `move \`${text.split('\n', 1)[0]?.slice(0, 60) ?? ''}\` up`
        : 'look whether it is meant',
    })),
    ...(removed.length > added.length
      ? [
          {
            message: `Unexpected lack of ${removed.length - added.length === 1 ? 'an entry' : 'entries'} under the released \`${name}\`, expected them as they were`,
            place: after.heading.range,
            remedy: 'put back what is gone',
          },
        ]
      : []),
  ];
}
