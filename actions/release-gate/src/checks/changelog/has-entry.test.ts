import { expect, it } from 'vitest';
import {
  findingsOf,
  outcomeOf,
  someCandidate,
  someChangelog,
  someReleases,
} from '../../testing.ts';
import { hasEntry } from './has-entry.ts';

const TEXT = '# Changelog\n\n## Unreleased\n\n- New.\n\n## 1.3.0 - 2026-03-02\n\n- Old.\n';
const facts = (version: string, text = TEXT, last = '1.3.0') => ({
  candidate: someCandidate(version),
  releases: someReleases(last),
  ...someChangelog(text, version),
});

it.each(['1.3.0', '1.3'])('finds the entry for %s', (version) => {
  expect(outcomeOf(hasEntry, facts(version))).toEqual({ status: 'pass', found: 'CHANGELOG.md:7' });
});

it('takes the final version’s entry for a pre-release', () => {
  expect(findingsOf(hasEntry, facts('1.3.0rc1'))).toEqual([]);
});

it.each([
  ['1.4.0', 'error'],
  ['1.4.0rc1', 'notice'],
])('reports the lack of one for %s as a %s, where it belongs', (version, level) => {
  expect(findingsOf(hasEntry, facts(version))).toEqual([
    `${level} CHANGELOG.md:3:1 Unexpected changelog without an entry for \`${version}\`, expected one before the entry that stands here`,
  ]);
});

it.each([
  ['a development version', facts('1.4.0.dev1')],
  ['a changelog that ended before the last release', facts('1.6.0', TEXT, '1.5.0')],
  ['a changelog that ended long ago', facts('4.0.0')],
  [
    'a declared version that is out already',
    {
      ...facts('1.4.0'),
      candidate: someCandidate('1.4.0', { from: 'declared', releasedAs: 'v1.4.0' }),
    },
  ],
])('leaves %s alone', (_, given) => {
  expect(outcomeOf(hasEntry, given)).toMatchObject({ status: 'skip', because: 'not-applicable' });
});
