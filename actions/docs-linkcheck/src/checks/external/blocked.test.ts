import { describe, expect, it } from 'vitest';
import { saidOf, someLink } from '../../testing.ts';
import { blocked } from './blocked.ts';

describe('external/blocked', () => {
  it('is a notice for each host and reason, at the first place', () => {
    const link = (address: string, evidence: string) =>
      someLink(address, { class: 'blocked', evidence });
    expect(
      saidOf(blocked, [
        link('https://a.org/1', 'reason'),
        link('https://b.org/1', 'reason'),
        link('https://a.org/2', 'reason'),
        link('https://a.org/3', 'other'),
        someLink('https://a.org/4', { class: 'ok', evidence: 'reason' }),
      ]),
    ).toEqual([
      'notice README.md:1:1 Not sure of `https://a.org/1`, and 1 more address of a.org: reason',
      'notice README.md:1:1 Not sure of `https://b.org/1`: reason',
      'notice README.md:1:1 Not sure of `https://a.org/3`: other',
    ]);
  });
});
