import { expect, it } from 'vitest';
import { findingsOf, someLog, someTags } from '../../testing.ts';
import { tagsTold } from './tags-told.ts';

const text = (...versions: readonly string[]) =>
  versions.map((it) => `## ${it} - 2024-05-01\n\n- A change.\n\n`).join('');
const tags = (...names: readonly string[]) =>
  someTags(Object.fromEntries(names.map((name) => [name, '2024-05-01'])));

it.each([
  ['the same versions', ['1.2', '1.1'], ['v1.2', 'v1.1']],
  ['an entry that is about to be tagged', ['1.3', '1.2', '1.1'], ['v1.2', 'v1.1']],
  ['pre-releases without entries', ['1.2', '1.1'], ['v1.2', 'v1.2rc1', 'v1.1']],
  ['tags from before the changelog', ['1.2', '1.1'], ['v1.2', 'v1.1', 'v0.9', 'v0.8']],
  ['a changelog that is kept elsewhere since', ['1.0'], ['v1.3', 'v1.2', 'v1.1', 'v1.0']],
])('takes %s', (_, versions, names) => {
  expect(findingsOf(tagsTold, { ...someLog(text(...versions)), ...tags(...names) })).toEqual([]);
});

it('reports a tag without an entry, and an entry without a tag', () => {
  const given = {
    ...someLog(text('1.5', '1.3', '1.2', '1.1')),
    ...tags('v1.5', 'v1.4', 'v1.2', 'v1.1'),
  };
  expect(findingsOf(tagsTold, given)).toEqual([
    'warning CHANGELOG.md:1:1 Unexpected tag `v1.4` without an entry in the changelog, expected one for `1.4`',
    'notice CHANGELOG.md:5:1 Unexpected entry for `1.3` without a tag, expected one of that version',
  ]);
});
