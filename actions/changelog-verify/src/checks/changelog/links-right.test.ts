import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { linksRight } from './links-right.ts';

const facts = (links: string) => ({
  ...someLog(`## [Unreleased]\n\n## [1.1]\n\n- A\n\n## [1.0]\n\n- B\n\n${links}\n`),
  repositories: known([{ host: 'github.com', name: 'o/p' }], fileStart('.')),
});
const COMPARE = 'https://github.com/o/p/compare';

it.each([
  `[1.1]: ${COMPARE}/v1.0...v1.1`,
  `[1.1]: ${COMPARE}/p-v1.0..p-v1.1`,
  `[1.1]: ${COMPARE}/rel_1_0...rel_1_1`,
  '[1.1]: https://github.com/o/p/releases/tag/v1.1',
  '[1.1]: https://github.com/O/P/tree/1.1',
  '[1.1]: https://pypi.org/project/p/1.1/',
  `[unreleased]: ${COMPARE}/v1.1...HEAD`,
  `[unreleased]: ${COMPARE}/v1.1...main`,
])('takes %s', (links) => expect(findingsOf(linksRight, facts(links))).toEqual([]));

it.each([
  [`[1.1]: ${COMPARE}/1.1`, 'comparison with `1.1` alone in the link of `1.1`'],
  [`[1.1]: ${COMPARE}/v0.9...v1.0`, 'end `v1.0` of the comparison for `1.1`'],
  ['[1.1]: https://github.com/o/p/releases/tag/v1.0', 'tag `v1.0` in the link of `1.1`'],
  ['[1.1]: https://github.com/x/y/compare/v1.0...v1.1', 'repository `x/y` in the link of `1.1`'],
  [`[unreleased]: ${COMPARE}/v1.0...HEAD`, 'start `v1.0` of the comparison for `Unreleased`'],
])('reports %s', (links, words) => {
  const [found] = findingsOf(linksRight, facts(links));
  expect(found).toMatch(/^warning CHANGELOG\.md:11:/);
  expect(found).toContain(`Unexpected ${words}`);
});
