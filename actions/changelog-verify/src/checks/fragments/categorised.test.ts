import { scrivScheme } from '@pymaint/changelog';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFragments } from '../../testing.ts';
import { categorised } from './categorised.ts';

const md = (text: string) =>
  someFragments({ 'changelog.d/20240501_ada.md': text }, scrivScheme({ format: 'md' }));
const rst = (text: string) =>
  someFragments({ 'changelog.d/20240501_ada.rst': text }, scrivScheme({}));

it.each([
  md('### Added\n\n- A\n\n### Fixed\n\n- B\n'),
  md('<!--\n### Secruity\n-->\n### Added\n\n- A\n'),
  rst('Added\n.....\n\n- A\n'),
  someFragments(
    { 'changelog.d/a.md': '### Mine\n\n- A\n' },
    scrivScheme({ format: 'md', categories: ['Mine'] }),
  ),
])('takes known ones', (given) => expect(findingsOf(categorised, given)).toEqual([]));

it.each([
  [md('- A\n\n### Secruity\n\n- A\n'), 'changelog.d/20240501_ada.md:3:1'],
  [rst('Secruity\n........\n\n- A\n'), 'changelog.d/20240501_ada.rst:1:1'],
])('reports a misspelt one', (given, place) => {
  expect(findingsOf(categorised, given)).toEqual([
    `error ${place} Unexpected category \`Secruity\`, expected one of Removed, Added, Changed, Deprecated, Fixed, Security; did you mean \`Security\`?`,
  ]);
});

it('has nothing to say of towncrier’s', () => {
  const given = someFragments({ 'changes/12.feature.md': '### Any\n' });
  expect(outcomeOf(categorised, given).status).toBe('skip');
});
