import { applyEdits } from '@pymaint/core';
import { expect, it } from 'vitest';
import { readChangelog } from '../read.ts';
import { linkRelease } from './link-references.ts';

const HEAD = '## [Unreleased]\n\n## [1.2.0] - 2024-05-01\n\n- A\n\n';
const linked = (text: string): string =>
  applyEdits(text, linkRelease(text, readChangelog('C.md', text), '1.3.0')).text;
const C = 'https://github.com/o/p/compare';

it.each([
  [
    'comparisons',
    `[unreleased]: ${C}/v1.2.0...HEAD\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
    `[unreleased]: ${C}/v1.3.0...HEAD\n[1.3.0]: ${C}/v1.2.0...v1.3.0\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
  ],
  [
    'tags, and a comparison of what is unreleased',
    `[Unreleased]: ${C}/1.2.0...main\n[1.2.0]: https://github.com/o/p/releases/tag/1.2.0\n`,
    `[Unreleased]: ${C}/1.3.0...main\n[1.3.0]: https://github.com/o/p/releases/tag/1.3.0\n[1.2.0]: https://github.com/o/p/releases/tag/1.2.0\n`,
  ],
  [
    'a definition that is there and wrong',
    `[1.3.0]: ${C}/v1.1.0...v1.2.0\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
    `[1.3.0]: ${C}/v1.2.0...v1.3.0\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
  ],
  ['no definitions, to which none is added', '', ''],
  [
    'all that is right already',
    `[unreleased]: ${C}/v1.3.0...HEAD\n[1.3.0]: ${C}/v1.2.0...v1.3.0\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
    `[unreleased]: ${C}/v1.3.0...HEAD\n[1.3.0]: ${C}/v1.2.0...v1.3.0\n[1.2.0]: ${C}/v1.1.0...v1.2.0\n`,
  ],
])('writes the link of a release among %s', (_, before, after) => {
  expect(linked(HEAD + before)).toBe(HEAD + after);
});
