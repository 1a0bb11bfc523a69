import { expect, it } from 'vitest';
import { doubtsOf, DOUBTS_BY_HOST } from '../../testing.ts';
import { unchecked } from './unchecked.ts';

it('is a notice for each host and reason, at the first place', () => {
  expect(doubtsOf(unchecked, 'unchecked')).toEqual(DOUBTS_BY_HOST);
});
