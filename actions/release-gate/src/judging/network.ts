import type { Verdict } from '@pymaint/core';
import type { Asked } from '../network-facts.ts';

/** Judges what the network said; what was not to be asked is no doubt. */
export const whereAsked = <T>(fact: Asked<T>, judge: (value: T) => Verdict): Verdict =>
  fact.asked ? judge(fact.value) : { status: 'skip', because: 'not-asked', reason: fact.why };
