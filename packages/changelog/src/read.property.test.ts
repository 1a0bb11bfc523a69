import { lineIndex, type Range } from '@pymaint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readChangelog } from './read.ts';

/** Pieces of which changelogs are made, and of which they are made wrongly. */
const piece = fc.constantFrom(
  '# Changelog\n',
  '## [1.2.0] - 2024-05-01\n',
  '## Unreleased\n',
  '## [Unreleased](https://example.org/compare/1...HEAD)\n',
  '### Fixed\n',
  '- A fix (#12) by @someone\n',
  '  * nested `#13`\n',
  '1.0 (2020-01-01)\n================\n',
  'Version 3.0\n-----------\n\nReleased 2021-02-03\n',
  '=======\n 2.0\n=======\n',
  '.. _label: https://example.org\n',
  '.. changelog::\n    :version: 2.0\n    :released: May 1, 2024\n\n    .. change::\n        :tickets: 1, 2\n\n        Text\n',
  '.. comment\n\n   1.0\n   ===\n',
  ':release-date: 2021-06-28 16.15 P.M\n',
  '```\n## 9.9.9\n```\n',
  '<!-- ## 8.8.8\n-->\n',
  '<!--',
  '```',
  '[1.2.0]: https://example.org/1\n',
  '**4.14.2**\n',
  '\r\n',
  '\n',
  '\t',
  '\r',
  '---\n',
  '🎉 1.0.0a1 🎉\n====\n',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 20 })
    .map((it) => it.join('')),
);
const path = fc.constantFrom('CHANGELOG.md', 'CHANGES.rst', 'NEWS', 'HISTORY.txt');

describe('readChangelog on any text', () => {
  it('gives a result whose places are where the words are', () => {
    fc.assert(
      fc.property(path, text, (path, text) => {
        const index = lineIndex(path, text);
        const at = ({ line, column, endLine, endColumn }: Range): string =>
          text.slice(index.offset(line, column), index.offset(endLine, endColumn));
        const { releases, linkReferences } = readChangelog(path, text);
        const expected = releases.flatMap(({ version, date, heading, entries }) => [
          ...[version, date].flatMap((it) => (it === undefined ? [] : [[it.range, it.written]])),
          [heading.textRange, at(heading.textRange)],
          ...entries.map((entry) => [entry.range, at(entry.range)]),
        ]) as readonly (readonly [Range, string])[];
        expect(expected.map(([range]) => at(range))).toEqual(expected.map(([, words]) => words));
        const entries = releases.flatMap((release) => release.entries);
        expect(entries.filter((it) => !at(it.range).endsWith(it.text))).toEqual([]);
        expect(linkReferences.map(({ urlRange }) => at(urlRange).replace(/\s+/g, ''))).toEqual(
          linkReferences.map(({ url }) => url),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('lists releases in file order, none of them within another', () => {
    fc.assert(
      fc.property(path, text, (path, text) => {
        const lines = readChangelog(path, text).releases.map(({ heading }) => heading.range.line);
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
      }),
      { numRuns: 400 },
    );
  });
});

/** Ten megabytes of each shape that tempts a reader to look back or ahead. */
const large = (unit: string): string => unit.repeat(Math.ceil(10_000_000 / unit.length));
const SHAPES: readonly (readonly [string, string, string])[] = [
  [
    'Keep a Changelog',
    'CHANGELOG.md',
    '## [1.2.0] - 2024-05-01\n\n### Fixed\n\n- A fix (#12) by @me, see https://example.org/x\n- Another one\n\n',
  ],
  [
    'underlined headings',
    'CHANGES.rst',
    '1.2.0 (2024-05-01)\n------------------\n\n- A fix (:issue:`12`)\n- Another one\n\n',
  ],
  ['one line', 'CHANGELOG.md', '## 1.2.0 '],
  ['open fences', 'CHANGELOG.md', '- a\n  ```\n~~~\n'],
  ['open comments', 'CHANGELOG.md', '<!-- \n'],
  ['underlines only', 'CHANGES.rst', '====\n'],
  ['brackets', 'CHANGELOG.md', '[[[[[['],
  ['bold marks', 'CHANGES.rst', '**a** '],
  ['backquotes', 'CHANGES.rst', ':a:`'],
  ['blanks', 'CHANGES.rst', '          '],
  ['nested items', 'CHANGES.rst', '- a\n\n  - b\n\n    - c\n'],
  [
    'directives',
    'CHANGES.rst',
    '.. changelog::\n    :version: 1.0\n\n    .. change::\n\n        Text\n\n',
  ],
];

describe('readChangelog on ten megabytes', () => {
  it.each(SHAPES)('takes seconds at most on %s, which only linear time can', (_, path, unit) => {
    const text = large(unit);
    const before = process.cpuUsage();
    readChangelog(path, text);
    // Processor time, so that a busy machine does not matter; anything quadratic would take hours.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(6);
  });
});
