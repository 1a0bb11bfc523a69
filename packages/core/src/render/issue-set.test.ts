import { describe, expect, it } from 'vitest';
import type { Problem } from '../finding.ts';
import { rollingIssue } from './issue-set.ts';
import { failedWith, judgedAs, sampleReport } from './sample-report.ts';

const problem = (message: string, line = 1, path = 'docs/a.md'): Problem => ({
  message,
  place: { path, line, column: 1 },
});
const issueOf = (...problems: readonly Problem[]) =>
  rollingIssue(
    sampleReport([
      problems.length === 0
        ? judgedAs('external/broken', { status: 'pass', found: undefined })
        : failedWith('external/broken', ...problems),
    ]),
  );

describe('rollingIssue', () => {
  it('begins with the marker and the set', () => {
    const { body, marker, set, comment } = issueOf(problem('Unexpected `x`: 404'));
    expect(body.startsWith(`${marker}\n${set}\n`)).toBe(true);
    expect(comment.startsWith(`${set}\n`)).toBe(true);
    expect(comment).toContain('docs/a.md:1');
  });

  it.each([
    ['another line', problem('Unexpected `x`: 404', 9)],
    ['another reason', problem('Unexpected `x`: 404, last good on 2026-11-01')],
  ])('has the same set with %s', (_, other) => {
    expect(issueOf(other).set).toBe(issueOf(problem('Unexpected `x`: 404')).set);
  });

  it.each([
    ['another finding', [problem('Unexpected `y`: 404')]],
    ['another file', [problem('Unexpected `x`: 404', 1, 'docs/b.md')]],
    ['one more', [problem('Unexpected `x`: 404'), problem('Unexpected `y`: 404')]],
    ['none', []],
  ])('has another set with %s', (_, others) => {
    expect(issueOf(...others).set).not.toBe(issueOf(problem('Unexpected `x`: 404')).set);
  });

  it('is dirty with findings, clean without, and unknown where nothing is known', () => {
    const doubt = judgedAs('external/broken', {
      status: 'skip',
      reason: 'no answer',
      because: 'not-known',
    });
    expect([
      issueOf(problem('Unexpected `x`')).state,
      issueOf().state,
      rollingIssue(sampleReport([doubt])).state,
    ]).toEqual(['dirty', 'clean', 'unknown']);
  });

  it('keeps within what an issue holds', () => {
    const many = Array.from({ length: 5000 }, (_, n) => problem(`Unexpected \`address ${n}\``));
    const { body, comment } = issueOf(...many);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain('and 4980 more');
  });
});
