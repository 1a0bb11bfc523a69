import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someLog } from '../../testing.ts';
import { breakingFitsVersion } from './breaking-fits-version.ts';

const text = (version: string, before: string, body = '### Removed\n\n- `x`\n') =>
  `## ${version}\n\n${body}\n## ${before}\n\n- B\n`;

it.each([
  ['semver', text('2.0', '1.4')],
  ['semver', text('0.5', '0.4.2')],
  ['major-only', text('0.4.3', '0.4.2')],
  ['semver', text('1.5', '1.4', '### Fixed\n\n- `x` is no longer removed\n')],
  ['semver', text('1.5', '1.4', '### Removed\n\n### Fixed\n\n- `x`\n')],
  ['semver', text('2.0rc1', '1.4')],
] as const)('takes by %s %j', (versioning, log) => {
  expect(findingsOf(breakingFitsVersion, someLog(log, { versioning }))).toEqual([]);
});

it.each([
  [
    text('1.4.1', '1.4'),
    'Unexpected `Removed` in `1.4.1`, expected a new major version after `1.4`',
  ],
  [
    text('0.4.3', '0.4.2'),
    'Unexpected `Removed` in `0.4.3`, expected a new minor version after `0.4.2`',
  ],
  [
    text('1.5', '1.4', '- **Breaking**: `x` is gone\n'),
    'Unexpected `**Breaking**: `x` is gone` in `1.5`, expected a new major version after `1.4`',
  ],
])('reports %j', (log, expected) => {
  const [found] = findingsOf(breakingFitsVersion, someLog(log, { versioning: 'semver' }));
  expect(found).toBe(`warning CHANGELOG.md:3:1 ${expected}`);
});

it.each(['off', 'calver'] as const)('asks for nothing by %s', (versioning) => {
  const given = someLog(text('1.4.1', '1.4'), { versioning });
  expect(outcomeOf(breakingFitsVersion, given).status).toBe('skip');
});
