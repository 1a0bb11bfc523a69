import { expect, it } from 'vitest';
import { findingsOf, someCandidate } from '../../testing.ts';
import { publicVersion } from './public.ts';

it('passes a public version', () => {
  expect(findingsOf(publicVersion, { candidate: someCandidate('1.4.0.post1') })).toEqual([]);
});

it('reports a local label', () => {
  expect(findingsOf(publicVersion, { candidate: someCandidate('0.34.0+dev') })).toEqual([
    'error pyproject.toml:1:1 Unexpected local label `+dev` in the version `0.34.0+dev` of the tag, expected none since the index refuses local versions',
  ]);
});
