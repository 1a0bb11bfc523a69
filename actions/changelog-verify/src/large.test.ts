import { judgeAll } from '@pymaint/core';
import { expect, it } from 'vitest';
import { CHECKS } from './checks/index.ts';
import { someChange, someLog, someTags } from './testing.ts';

const SIZE = 3000;
const versions = Array.from({ length: SIZE }, (_, at) => `${SIZE - at}.0`);
const day = (at: number): string => `2024-05-${String((at % 27) + 1).padStart(2, '0')}`;

/** Faults everywhere: wrong days, second entries, placeholders, missing and wrong links. */
const text = [
  '# Changelog\n\n## [Unreleased]\n',
  ...versions.map((it, at) => `## [${it}] - ${day(at)}\n\n### Removed\n\n- A ${it}\n- TBD\n`),
  ...versions.map((it) => `## [${it}]\n`),
  ...versions.slice(1).map((it) => `[${it}]: https://github.com/o/p/compare/v1...v2`),
].join('\n');

it('judges thousands of releases, all of them wrong, in linear time', () => {
  const given = {
    ...someLog(text, { versioning: 'semver' }),
    ...someChange(text.replaceAll('- A', '- B')),
    ...someTags(Object.fromEntries(versions.map((it) => [`v${it}`, '2020-01-01']))),
  };
  const before = process.cpuUsage();
  const judged = judgeAll(CHECKS, given);
  // Processor time, so that a busy machine does not matter; anything quadratic would take a minute.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(6);
  expect(judged.filter(({ outcome }) => outcome.status === 'fail').length).toBeGreaterThan(4);
});
