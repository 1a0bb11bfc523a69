import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, PYPROJECT, someFacts } from '../../testing.ts';
import { statedPythons } from './stated-pythons.ts';

const METADATA = `${PYPROJECT}requires-python = ">=3.9"
classifiers = ["Programming Language :: Python :: 3.9", "Programming Language :: Python :: 3.13"]
`;
const found = (text: string, path = 'README.md') =>
  findingsOf(statedPythons, someFacts({ 'pyproject.toml': METADATA, [path]: text }));

it.each<[string, string]>([
  ['what agrees', 'attrsx requires Python 3.9+.\n'],
  ['another word for it', 'Attrsx supports **Python 3.9** and newer, PyPy 7.3.11+ too.\n'],
  ['a range that agrees', '- Python 3.9 to 3.13\n'],
  ['a release of long ago', 'Version 2.0 dropped Python 3.7+.\n'],
  ['a sentence about the past', 'attrsx 1.2 supports Python 3.6+.\n'],
  ['the last release that had it', 'The last release that supports Python 3.8+ is another.\n'],
  ['what developers need', 'Building the docs requires Python 3.12+.\n'],
  ['what an extra needs', 'The speedups extra requires Python 3.11 or newer.\n'],
  ['a part of it', 'attrsx supports subinterpreters on Python 3.13 and later.\n'],
  ['another project', 'click requires Python 3.7+.\n'],
  ['code', '```\nattrsx requires Python 3.7+\n```\n'],
  ['a list of another release', 'attrsx 1.x runs on:\n\n- Python 3.6+\n'],
  ['a list of what contributors need', '## Development\n\n- Python 3.11+\n'],
  ['a narrower item', 'You need:\n\n* Python 3.11+\n'],
  ['two ranges in one sentence', 'It supports Python 3.7+ and Python 3.9+ alike.\n'],
  ['a list with a gap', 'attrsx supports Python 2.7 and 3.9+.\n'],
  ['a badge that agrees', '![](https://img.shields.io/badge/python-3.9%2B-blue.svg)\n'],
  ['a badge of one version', '![](https://img.shields.io/badge/python-3.7-blue.svg)\n'],
  ['a badge of the index', '![](https://img.shields.io/pypi/pyversions/attrsx)\n'],
  ['a condition', 'If you use Python 3.8+, it requires nothing.\n'],
  ['a pre-release', '* Python 3.9 through 3.16.0a2\n'],
])('takes %s', (_, text) => {
  expect(found(text)).toEqual([]);
});

const lower = (at: string, shown: string, level = 'warning', minor = '3.8') =>
  `${level} ${at} Unexpected \`${minor}\` in \`${shown}\`, expected \`3.9\`, the oldest that requires-python \`>=3.9\` allows →? 3.9`;

it.each<[string, string, readonly string[]]>([
  ['plus', 'attrsx requires Python 3.8+.\n', [lower('README.md:1:24', 'Python 3.8+')]],
  ['words', 'Requires Python 3.8 or newer.\n', [lower('README.md:1:17', 'Python 3.8 or newer')]],
  [
    'a wrapped line',
    'Attrsx supports\nPython 3.8 and later.\n',
    [lower('README.md:2:8', 'Python 3.8 and later')],
  ],
  ['a comparison', '- Python (>=3.8)\n', [lower('README.md:1:13', 'Python (>=3.8')]],
  [
    'a link',
    '1. [Python](https://python.org) 3.8+\n',
    [lower('README.md:1:33', '[Python](https://python.org) 3.8+')],
  ],
  ['the phrase first', 'Python 3.8+ is required.\n', [lower('README.md:1:8', 'Python 3.8+')]],
  ['a pronoun', 'Fast. It needs Python 3.8+ to run.\n', [lower('README.md:1:23', 'Python 3.8+')]],
  [
    'a newer one',
    'attrsx requires Python 3.10+.\n',
    [lower('README.md:1:24', 'Python 3.10+', 'notice', '3.10')],
  ],
  [
    'a range',
    'attrsx supports Python 3.8 to 3.12.\n',
    [
      lower('README.md:1:24', 'Python 3.8 to 3.12'),
      'notice README.md:1:31 Unexpected `3.12` in `Python 3.8 to 3.12`, expected `3.13`, the newest of the classifiers',
    ],
  ],
  [
    'a list',
    'It supports Python 3.9, 3.10, and 3.11.\n',
    [
      'notice README.md:1:35 Unexpected `3.11` in `Python 3.9, 3.10, and 3.11`, expected `3.13`, the newest of the classifiers',
    ],
  ],
  [
    'badges',
    '[![a](https://img.shields.io/badge/python-3.8%2B-blue)](x) ![](https://img.shields.io/badge/Python-3.8%20|%203.13-green)\n',
    [lower('README.md:1:43', 'python-3.8%2B'), lower('README.md:1:100', 'Python-3.8%20|%203.13')],
  ],
])('reports %s', (_, text, expected) => {
  expect(found(text)).toEqual(expected);
});

it('reports an upper end that requires-python excludes', () => {
  const capped = PYPROJECT.concat('requires-python = ">=3.9,<3.13"\n');
  const facts = someFacts({ 'pyproject.toml': capped, 'README.rst': '* Python 3.9 - 3.13\n' });
  expect(findingsOf(statedPythons, facts)).toEqual([
    'warning README.rst:1:16 Unexpected `3.13` in `Python 3.9 - 3.13`, expected none that requires-python `>=3.9,<3.13` excludes',
  ]);
});

it.each([
  ['docs/installation.rst', 1],
  ['docs/source/getting-started/index.md', 1],
  ['docs/changelog.md', 0],
  ['sub/README.md', 0],
])('reads the pages on which people look: %s', (path, findings) => {
  expect(found('attrsx requires Python 3.8+.\n', path)).toHaveLength(findings);
});

it.each([
  ['nothing is required', { 'README.md': 'attrsx requires Python 3.8+.\n' }],
  ['nothing is said', { 'pyproject.toml': METADATA }],
])('is skipped where %s', (_, files) => {
  expect(outcomeOf(statedPythons, someFacts(files))).toMatchObject({ status: 'skip' });
});
