import { notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import {
  findingsOf,
  outcomeOf,
  someCandidate,
  someDeclared,
  someProject,
  someTag,
} from '../../testing.ts';
import { tagAgrees } from './tag-agrees.ts';

const facts = (tag: string, declared: string, asked?: string) => ({
  tag: someTag(tag),
  declared: someDeclared(declared),
  candidate: asked === undefined ? someCandidate(tag) : someCandidate(asked, { from: 'option' }),
  project: someProject(),
});

it.each([
  ['v1.2.3', '1.2.3'],
  ['v1.2.3rc1', '1.2.3-rc.1'],
  ['v1.2', '1.2.0'],
])('takes the tag %s for the version %s', (tag, declared) => {
  expect(findingsOf(tagAgrees, facts(tag, declared))).toEqual([]);
});

it('reports another version at the place that declares it', () => {
  expect(findingsOf(tagAgrees, facts('v1.3.0', '1.2.3'))).toEqual([
    'error pyproject.toml:3:12 Unexpected version `1.2.3`, expected `1.3.0` as the tag `v1.3.0` says',
  ]);
});

it('reports a tag for another version than the one that was asked for', () => {
  expect(findingsOf(tagAgrees, facts('v1.3.0', '1.2.3', '1.2.3'))).toEqual([
    'error pyproject.toml:1:1 Unexpected tag `v1.3.0`, expected one for `1.2.3`, the version that was asked for',
  ]);
});

it('reports a tag without a version', () => {
  const tag = someTag('latest', { version: undefined, looseVersion: undefined });
  expect(findingsOf(tagAgrees, { ...facts('v1.2.3', '1.2.3'), tag })).toEqual([
    'error pyproject.toml:1:1 Unexpected tag `latest` that holds no version, expected one of the shape `v{version}`',
  ]);
});

it('has nothing to compare where the version is made of the tag', () => {
  const declared = notApplicable('the version is made of git’s tags');
  expect(outcomeOf(tagAgrees, { ...facts('v1.2.3', ''), declared }).status).toBe('pass');
});
