import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFacts, type Told } from '../../testing.ts';
import { published } from './published.ts';

const URL = 'https://index.example/simple';

it.each<[string, Told]>([
  ['what is out', { tags: ['1.4.0'], published: ['1.4.0', '1.3.0'] }],
  ['a tag of today', { tags: ['1.4.0 2026-11-23'], published: ['1.3.0'] }],
  ['a tag of a pre-release', { tags: ['1.5.0rc1', '1.4.0'], published: ['1.4.0'] }],
  ['a version of last month', { published: ['1.3.0'], declaredDay: '2026-10-24' }],
  ['a version that is out since long', { published: ['1.4.0'], declaredDay: '2020-01-01' }],
  [
    'a version that may wait longer',
    { published: ['1.3.0'], declaredDay: '2026-06-01', within: 180 },
  ],
  ['a newer one on the index', { published: ['1.5.0'], declaredDay: '2020-01-01' }],
])('takes %s', (_, told) => {
  expect(findingsOf(published, someFacts({}, told))).toEqual([]);
});

it.each<[string, Told, string]>([
  [
    'a tag that was never published',
    { tags: ['1.4.0 2026-11-01', '1.3.0'], published: ['1.3.0'] },
    `warning pyproject.toml:3:12 Unexpected tag \`v1.4.0\` of 2026-11-01 without a release on ${URL}, expected one: the newest there is \`1.3.0\``,
  ],
  [
    'a release without a tag',
    { tags: ['1.3.0'], published: ['1.4.0'] },
    `notice pyproject.toml:3:12 Unexpected release \`1.4.0\` on ${URL} without a tag, expected one: the newest here is \`v1.3.0\``,
  ],
  [
    'a version that waits',
    { published: ['1.3.0'], declaredDay: '2026-06-01' },
    'notice pyproject.toml:3:12 Unexpected declared version `1.4.0` that has waited for its release since 2026-06-01, 176 days, expected one within 90: the index has `1.3.0`',
  ],
])('reports %s', (_, told, expected) => {
  expect(findingsOf(published, someFacts({}, told))).toEqual([expected]);
});

it.each<[string, Told, string]>([
  ['nothing is asked', {}, 'not-asked'],
  ['the index has none', { published: [] }, 'not-applicable'],
])('is skipped where %s', (_, told, because) => {
  expect(outcomeOf(published, someFacts({}, told))).toMatchObject({ status: 'skip', because });
});
