import { expect, it } from 'vitest';
import { doubtsOf, DOUBTS_BY_HOST } from '../../testing.ts';
import { blocked } from './blocked.ts';

it('is a notice for each host and reason, at the first place', () => {
  expect(doubtsOf(blocked, 'blocked')).toEqual(DOUBTS_BY_HOST);
});
