import { expect, it } from 'vitest';
import { doubtsOf, DOUBTS_BY_HOST } from '../../testing.ts';
import { suspicious } from './suspicious.ts';

it('is a notice for each host and reason, at the first place', () => {
  expect(doubtsOf(suspicious, 'suspicious')).toEqual(DOUBTS_BY_HOST);
});
