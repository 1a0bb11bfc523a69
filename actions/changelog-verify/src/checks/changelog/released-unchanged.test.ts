import { expect, it } from 'vitest';
import { findingsOf, someChange, someLog } from '../../testing.ts';
import { releasedUnchanged } from './released-unchanged.ts';

const BEFORE = '## Unreleased\n\n- X\n\n## 1.1 - 2024-05-01\n\n- A\n- B\n\n## 1.0\n\n- C\n';
const after = (text: string) => ({ ...someLog(text), ...someChange(BEFORE) });

it.each([
  ['nothing', BEFORE],
  ['an entry on top', BEFORE.replace('- X\n', '- X\n- Y\n')],
  [
    'a release of what was unreleased',
    BEFORE.replace('## Unreleased', '## Unreleased\n\n## 1.2 - 2024-06-01'),
  ],
  ['other white space', BEFORE.replace('- A\n', '-   A\n')],
])('takes a change of %s', (_, text) => {
  expect(findingsOf(releasedUnchanged, after(text))).toEqual([]);
});

it.each([
  [
    BEFORE.replace('- B\n', '- B\n- New\n'),
    'error CHANGELOG.md:9:1 Unexpected new entry under the released `1.1`, expected it in the unreleased part',
  ],
  [
    BEFORE.replace('- B\n', '- Better\n'),
    'notice CHANGELOG.md:8:1 Unexpected change of an entry of the released `1.1`, expected it as it was',
  ],
  [
    BEFORE.replace('- B\n', ''),
    'warning CHANGELOG.md:5:1 Unexpected lack of an entry under the released `1.1`, expected them as they were',
  ],
  [
    BEFORE.replace('## 1.0\n\n- C\n', ''),
    'warning CHANGELOG.md:1:1 Unexpected lack of the entry for `1.0`, expected it as it was',
  ],
])('reports %j', (text, expected) => {
  expect(findingsOf(releasedUnchanged, after(text))).toEqual([expected]);
});
