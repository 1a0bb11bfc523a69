import { describe, expect, it } from 'vitest';
import { saidOf, someLink } from '../../testing.ts';
import { flaky } from './flaky.ts';

describe('external/flaky', () => {
  it('is a notice for each host and reason, at the first place', () => {
    const link = (address: string, evidence: string) =>
      someLink(address, { class: 'flaky', evidence });
    expect(
      saidOf(flaky, [
        link('https://a.org/1', 'reason'),
        link('https://b.org/1', 'reason'),
        link('https://a.org/2', 'reason'),
        link('https://a.org/3', 'other'),
        someLink('https://a.org/4', { class: 'broken', evidence: 'reason' }),
      ]),
    ).toEqual([
      'notice README.md:1:1 Not sure of `https://a.org/1`, and 1 more address of a.org: reason',
      'notice README.md:1:1 Not sure of `https://b.org/1`: reason',
      'notice README.md:1:1 Not sure of `https://a.org/3`: other',
    ]);
  });

  it('leaves one that failed often enough to external/broken', () => {
    const failing = { since: '2026-11-01', times: 3 };
    const link = someLink('https://a.org/x', { class: 'flaky', evidence: 'slow' }, undefined, {
      failing,
    });
    expect(saidOf(flaky, [link])).toEqual([]);
  });
});
