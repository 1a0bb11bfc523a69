import type { Problem } from './finding.ts';

/** All is well; `found` says in a few words what was seen, for the report's line. */
export interface Pass {
  readonly status: 'pass';
  readonly found?: string;
}

/** Something is wrong, at one place or more. */
export interface Fail {
  readonly status: 'fail';
  readonly findings: readonly [Problem, ...Problem[]];
}

/** Nothing could be judged. Only `not-known` casts doubt on the answer: see {@link Unknown}. */
export interface Skip {
  readonly status: 'skip';
  readonly reason: string;
  readonly because: 'not-applicable' | 'not-known' | 'not-asked';
}

/** What a check makes of its facts. What could not be known is never a pass. */
export type Verdict = Pass | Fail | Skip;

/** All is well. */
export const pass = (found?: string): Pass =>
  found === undefined ? { status: 'pass' } : { status: 'pass', found };

/** Something is wrong. */
export const fail = (first: Problem, ...more: readonly Problem[]): Fail => ({
  status: 'fail',
  findings: [first, ...more],
});

/** Fails with these problems, or passes where there are none. */
export const failIf = (problems: readonly Problem[], found?: string): Pass | Fail => {
  const [first, ...more] = problems;
  return first === undefined ? pass(found) : fail(first, ...more);
};

/** There is nothing to judge here, which is no fault and no doubt. */
export const skip = (reason: string): Skip => ({
  status: 'skip',
  reason,
  because: 'not-applicable',
});

/** It could not be found out, so the answer as a whole is in doubt. */
export const doubt = (reason: string): Skip => ({ status: 'skip', reason, because: 'not-known' });
