import { expect, it } from 'vitest';
import { findingsOf, someFacts, type Told } from '../../testing.ts';
import { historic } from './historic.ts';

const found = (directive: string, told: Told = {}) =>
  findingsOf(historic, someFacts({ 'docs/a.rst': `.. ${directive}\n` }, told));

it.each<[string, Told]>([
  ['versionadded:: 0.1', { tags: ['1.3.0'] }],
  ['versionadded:: 1.4', { tags: ['1.3.0'] }],
  ['versionadded:: next', { tags: ['1.3.0'] }],
  ['versionadded:: next', {}],
  ['versionadded:: 1.5', {}],
  ['versionadded:: 1.5', { tags: ['1.4.0'] }],
  ['deprecated:: 1.5', { tags: ['1.3.0'] }],
  ['versionremoved:: 2.0', { tags: ['1.3.0'] }],
  ['deprecated-removed:: 1.2 1.5', { tags: ['1.3.0'] }],
])('takes %s, given %j', (directive, told) => {
  expect(found(directive, told)).toEqual([]);
});

it.each([
  [{ tags: ['1.4.0!', '1.3.0'] }, '1.4.0'],
  [{ releaseAs: '1.5.0' }, '1.5.0'],
])('replaces `next` when releasing: %j', (told, version) => {
  expect(found('versionadded:: next', told)).toEqual([
    `warning docs/a.rst:1:19 Unexpected \`next\` in \`versionadded\`, expected \`${version}\`, which is being released → ${version}`,
  ]);
});

it('reports a version after the coming one', () => {
  expect(found('versionchanged:: 1.5', { tags: ['1.3.0'] })).toEqual([
    'notice docs/a.rst:1:21 Unexpected `1.5` in `versionchanged`, expected a version up to `1.4.0`, the coming one',
  ]);
});

it('reports what is no version', () => {
  expect(found('versionadded:: 1.4-foo')).toEqual([
    'notice docs/a.rst:1:19 Unexpected `1.4-foo` in `versionadded`, expected a version by PEP 440',
  ]);
});

it('reports a removal that is due', () => {
  expect(found('deprecated-removed:: 1.2 1.4', { tags: ['1.3.0'] })).toEqual([
    'notice docs/a.rst:1:29 Unexpected `1.4` in `deprecated-removed` as the version of the removal, expected one after `1.4.0`: the removal is due',
  ]);
});
