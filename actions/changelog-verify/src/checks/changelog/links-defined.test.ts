import { applyEdits } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someLog } from '../../testing.ts';
import { linksDefined } from './links-defined.ts';

const HEADINGS = '## [1.2]\n\n- A\n\n## [1.1]\n\n- B\n\n## [1.0]\n\n- C\n\n';
const link = (label: string, url = 'https://example.org') => `[${label}]: ${url}\n`;

it.each([
  ['all defined', HEADINGS + link('1.2') + link('1.1') + link('1.0')],
  ['none defined', HEADINGS],
  [
    'links in the headings',
    '## [1.2](https://example.org)\n\n- A\n\n## [1.1](https://example.org)\n',
  ],
  ['one twice the same', `${HEADINGS}${link('1.2')}${link('1.2')}${link('1.1')}${link('1.0')}`],
])('takes %s', (_, text) => expect(findingsOf(linksDefined, someLog(text))).toEqual([]));

it('reports the one that is missing', () => {
  expect(findingsOf(linksDefined, someLog(HEADINGS + link('1.1') + link('1.0')))).toEqual([
    'warning CHANGELOG.md:1:4 Unexpected link `[1.2]` without a definition, expected one at the end of the file',
  ]);
});

it('reports a second definition that leads elsewhere', () => {
  const text = `${HEADINGS}${link('1.2')}${link('1.1')}${link('1.0')}${link('1.2', 'https://other.org')}`;
  expect(findingsOf(linksDefined, someLog(text))).toEqual([
    'warning CHANGELOG.md:16:1 Unexpected second definition of `[1.2]`, expected one: the first counts',
  ]);
});

it('writes it in the form of the others', () => {
  const of = (from: string, to: string) =>
    link(to, `https://github.com/o/p/compare/v${from}...v${to}`);
  const text = HEADINGS + of('1.0', '1.1') + of('0.9', '1.0');
  const outcome = outcomeOf(linksDefined, someLog(text));
  const edits = outcome.status === 'fail' ? (outcome.findings[0]?.fix?.edits ?? []) : [];
  expect(applyEdits(text, edits).text).toBe(
    HEADINGS + of('1.1', '1.2') + of('1.0', '1.1') + of('0.9', '1.0'),
  );
});
