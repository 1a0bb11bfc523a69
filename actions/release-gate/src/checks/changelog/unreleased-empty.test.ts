import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someChangelog } from '../../testing.ts';
import { unreleasedEmpty } from './unreleased-empty.ts';

const text = (left: string, above = '') =>
  `# Changelog\n\n## Unreleased\n\n${left}\n\n${above}## 1.4.0 - 2026-11-20\n\n- New.\n`;
const facts = (changelog: string, changes = {}) => ({
  candidate: someCandidate('1.4.0', changes),
  ...someChangelog(changelog, '1.4.0'),
});

it.each(['', '- Nothing changed yet.', '### Added\n\n### Fixed'])('takes %j', (left) => {
  expect(outcomeOf(unreleasedEmpty, facts(text(left))).status).toBe('pass');
});

it.each([
  ['tag', 'error'],
  ['declared', 'warning'],
] as const)('reports what is left when the version is of the %s as a %s', (from, level) => {
  expect(findingsOf(unreleasedEmpty, facts(text('- A.\n- B.'), { from }))).toEqual([
    `${level} CHANGELOG.md:5:1 Unexpected 2 entries under \`Unreleased\`, expected none beside the entry for \`1.4.0\``,
  ]);
});

it.each([
  ['an older series', facts(text('- A.', '## 2.0.0 - 2026-11-01\n\n- Big.\n\n'))],
  [
    'a declared version that is out',
    facts(text('- A.'), { from: 'declared', releasedAs: 'v1.4.0' }),
  ],
  ['a pre-release', { ...facts(text('- A.')), candidate: someCandidate('1.4.0rc1') }],
])('leaves %s alone', (_, given) => {
  expect(outcomeOf(unreleasedEmpty, given)).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it('takes an old entry that was never dated for what it is', () => {
  const old = '## 1.4.0 - 2026-11-20\n\n- New.\n\n## 0.7.0 (unreleased)\n\n- Never was.\n';
  expect(outcomeOf(unreleasedEmpty, facts(old)).status).toBe('pass');
});
