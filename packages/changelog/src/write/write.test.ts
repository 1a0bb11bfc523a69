import { applyEdits } from '@pymaint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Category } from '../model.ts';
import { readChangelog } from '../read.ts';
import { addEntry } from './add-entry.ts';
import { dateLike } from './dates.ts';
import { stampRelease } from './stamp.ts';

const stamped = (path: string, text: string): string =>
  applyEdits(
    text,
    stampRelease(text, readChangelog(path, text), { version: '1.3.0', date: '2024-09-06' }),
  ).text;

const added = (path: string, text: string, category?: Category): string =>
  applyEdits(
    text,
    addEntry(text, readChangelog(path, text), {
      text: 'New.',
      ...(category === undefined ? {} : { category }),
    }).edits,
  ).text;

describe('stampRelease', () => {
  it.each([
    [
      'Keep a Changelog, whose unreleased heading stays',
      'CHANGELOG.md',
      '# Changelog\n\n## [Unreleased]\n\n- A\n\n## [1.2.0] - 2024-05-01\n\n- B\n',
      '# Changelog\n\n## [Unreleased]\n\n## [1.3.0] - 2024-09-06\n\n- A\n\n## [1.2.0] - 2024-05-01\n\n- B\n',
    ],
    [
      'an underlined version, whose underline follows',
      'CHANGES.rst',
      '1.3 (unreleased)\n----------------\n\n- A\n\n1.2.0 (2024-05-01)\n------------------\n\n- B\n',
      '1.3.0 (2024-09-06)\n------------------\n\n- A\n\n1.2.0 (2024-05-01)\n------------------\n\n- B\n',
    ],
    [
      'a line below the heading, worded as the last release words it',
      'CHANGES.rst',
      'Version 1.3.0\n-------------\n\nUnreleased\n\n-   A\n\nVersion 1.2.0\n-------------\n\nReleased on 2024-05-01\n\n-   B\n',
      'Version 1.3.0\n-------------\n\nReleased on 2024-09-06\n\n-   A\n\nVersion 1.2.0\n-------------\n\nReleased on 2024-05-01\n\n-   B\n',
    ],
    [
      'a date in words',
      'HISTORY.md',
      '## 1.3.0 (unreleased)\n\n- A\n\n## 1.2.0 (6th December, 2023)\n\n- B\n',
      '## 1.3.0 (6th September, 2024)\n\n- A\n\n## 1.2.0 (6th December, 2023)\n\n- B\n',
    ],
    [
      'a text with carriage returns',
      'CHANGELOG.md',
      '## Unreleased\r\n\r\n- A\r\n\r\n## 1.2.0 - 2024-05-01\r\n\r\n- B\r\n',
      '## Unreleased\r\n\r\n## 1.3.0 - 2024-09-06\r\n\r\n- A\r\n\r\n## 1.2.0 - 2024-05-01\r\n\r\n- B\r\n',
    ],
  ])('stamps %s', (_, path, before, after) => {
    expect(stamped(path, before)).toBe(after);
  });

  it('changes nothing where nothing is unreleased', () => {
    expect(
      stampRelease('## 1.0\n', readChangelog('C.md', '## 1.0\n'), {
        version: '1.1',
        date: '2024-01-01',
      }),
    ).toEqual([]);
  });
});

describe('addEntry', () => {
  it.each([
    [
      'behind the last entry of its section',
      'CHANGELOG.md',
      '## Unreleased\n\n### Added\n\n* A\n\n### Fixed\n\n* B\n\n## 1.2.0\n\n* C\n',
      'added',
      '## Unreleased\n\n### Added\n\n* A\n* New.\n\n### Fixed\n\n* B\n\n## 1.2.0\n\n* C\n',
    ],
    [
      'under a section of its own, headed as elsewhere in the file',
      'CHANGELOG.md',
      '## Unreleased\n\n## 1.2.0\n\n### Bug fixes\n\n- C\n',
      'fixed',
      '## Unreleased\n\n### Bug fixes\n\n- New.\n\n## 1.2.0\n\n### Bug fixes\n\n- C\n',
    ],
    [
      'behind the line that says unreleased',
      'CHANGES.rst',
      'Version 2.0\n-----------\n\nUnreleased\n\nVersion 1.0\n-----------\n\nReleased 2020-01-01\n\n-   B\n',
      undefined,
      'Version 2.0\n-----------\n\nUnreleased\n\n-   New.\n\nVersion 1.0\n-----------\n\nReleased 2020-01-01\n\n-   B\n',
    ],
    [
      'in an unreleased part of its own where there is none',
      'CHANGES.rst',
      'Changes\n=======\n\n1.0 (2020-01-01)\n----------------\n\n* B\n',
      undefined,
      'Changes\n=======\n\nUnreleased\n----------\n\n* New.\n\n1.0 (2020-01-01)\n----------------\n\n* B\n',
    ],
  ] as const)('puts it %s', (_, path, before, category, after) => {
    expect(added(path, before, category)).toBe(after);
  });
});

it.each([
  ['2024-05-01', '2024-09-06'],
  ['2024/05/01', '2024/09/06'],
  ['Sep 13, 2023', 'Sep 6, 2024'],
  ['Feb 01, 2023', 'Sep 06, 2024'],
  ['September 13, 2023', 'September 6, 2024'],
  ['13 September 2023', '6 September 2024'],
  ['6th December, 2023', '6th September, 2024'],
  ['September 13 2023', 'September 6 2024'],
  [undefined, '2024-09-06'],
  ['TBD', '2024-09-06'],
])('writes a date like %j as %s', (sample, expected) => {
  expect(dateLike(sample, '2024-09-06')).toBe(expected);
});

/** Files of one dialect each, healthy ones. */
const release = fc.record({
  minor: fc.integer({ min: 0, max: 30 }),
  day: fc.integer({ min: 10, max: 28 }),
  entries: fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z #()0-9]{0,30}[a-z]$/), {
    minLength: 1,
    maxLength: 4,
  }),
});
const document = fc
  .tuple(fc.constantFrom('md', 'rst'), fc.array(release, { minLength: 1, maxLength: 5 }))
  .map(([dialect, releases]) => {
    const parts = releases.map(({ minor, day, entries }, i) => {
      const words = `${9 - i}.${minor} (2024-05-${day})`;
      const heading = dialect === 'md' ? `## ${words}` : `${words}\n${'='.repeat(words.length)}`;
      return `${heading}\n\n${entries.map((it) => `- ${it}`).join('\n')}\n`;
    });
    const open = dialect === 'md' ? '## Unreleased' : 'Unreleased\n==========';
    return { path: `C.${dialect}`, text: [`${open}\n`, ...parts].join('\n') };
  });

describe('what is written', () => {
  it('reads back as one release more, with every other line as it was', () => {
    fc.assert(
      fc.property(document, ({ path, text }) => {
        const after = stamped(path, text);
        const releases = readChangelog(path, after).releases;
        expect(releases[1]?.version?.canonical).toBe('1.3.0');
        expect(releases[1]?.date?.iso).toBe('2024-09-06');
        expect(releases.length).toBe(readChangelog(path, text).releases.length + 1);
        const lines = after.split('\n');
        expect(text.split('\n').filter((line) => !lines.includes(line))).toEqual([]);
      }),
    );
  });

  it('reads back as one entry more in the unreleased part', () => {
    fc.assert(
      fc.property(document, ({ path, text }) => {
        const counts = (it: string) =>
          readChangelog(path, it).releases.map(({ entries }) => entries.length);
        const [open = 0, ...others] = counts(text);
        expect(counts(added(path, text))).toEqual([open + 1, ...others]);
      }),
    );
  });
});
