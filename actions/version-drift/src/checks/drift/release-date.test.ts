import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFacts, type Told } from '../../testing.ts';
import { releaseDate } from './release-date.ts';

const citation = (version: string, day: string) => ({
  'CITATION.cff': `cff-version: 1.2.0\nversion: "${version}"\ndate-released: '${day}' # kept\nreferences:\n  - date-released: 1999-01-01\n`,
});
const tags = ['1.4.0 2026-03-01', '1.3.0 2026-01-10', '1.2.0 2025-06-01'];

it.each<[string, string, Told]>([
  ['1.4.0', '2026-03-01', { tags }],
  ['1.4.0', '2026-02-20', { tags }],
  ['1.4.0', '2026-03-09', { tags }],
  ['1.3.0', '2026-01-10', { tags }],
  ['1.5.0', '2026-01-10', { tags }],
  ['1.2.0', '2020-01-10', { tags }],
  ['1.4.0', '2026-01-10', { tags: ['1.4.0 2026-01-12', '1.3.0 2026-01-12'] }],
])('takes %s of %s', (version, day, told) => {
  expect(findingsOf(releaseDate, someFacts(citation(version, day), told))).toEqual([]);
});

it('reports the day of an earlier release, with the day of the tag', () => {
  expect(findingsOf(releaseDate, someFacts(citation('1.4.0', '2025-12-30'), { tags }))).toEqual([
    'warning CITATION.cff:3:17 Unexpected `2025-12-30` in `date-released` of CITATION.cff, expected `2026-03-01`, on which `v1.4.0` was tagged: `v1.3.0` is of 2026-01-10 → 2026-03-01',
  ]);
});

it('is skipped where no file tells a day', () => {
  expect(outcomeOf(releaseDate, someFacts({}, { tags }))).toMatchObject({ status: 'skip' });
});
