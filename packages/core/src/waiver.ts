import type { IsoDate } from './date.ts';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';
import { matchesGlob } from './glob.ts';

/**
 * "We know, and accept it until then": a rule, what of it, why, and until when. The reason and the date are
 * asked for so that an exception cannot outlive its cause unseen.
 */
export interface Waiver {
  /** A rule's id, or a group with `/*`. */
  readonly rule: string;
  /** A path glob, or a part of the message; `*` for every finding of the rule. */
  readonly match: string;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly expires: IsoDate;
  readonly place: Place;
}

/** A finding that does not count, and why. */
export interface Accepted {
  readonly finding: Finding;
  readonly by: 'waiver' | 'baseline';
  readonly reason: string;
}

/** Findings after the waivers were held against them. */
export interface Waived {
  readonly kept: readonly Finding[];
  readonly accepted: readonly Accepted[];
  /** Findings about the waivers themselves: `waiver/expired` and `waiver/unused`. */
  readonly about: readonly Finding[];
}

/** What became of a waiver's rule, or of the rules of its group: `absent` where the action has none such. */
export type RuleState = 'ran' | 'did-not-run' | 'absent';

/**
 * Sets aside what a waiver covers today. An expired waiver covers nothing and is a finding itself; so is,
 * as a notice, one that covers nothing although its rule ran. Waivers of other actions' rules are left to those.
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: IsoDate,
  stateOf: (rule: string) => RuleState,
): Waived {
  const live = waivers.filter((waiver) => waiver.expires >= today);
  const used = new Set<Waiver>();
  const kept: Finding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of findings) {
    const waiver = live.find((candidate) => covers(candidate, finding));
    if (waiver === undefined) {
      kept.push(finding);
      continue;
    }
    used.add(waiver);
    accepted.push({ finding, by: 'waiver', reason: `${waiver.reason} (until ${waiver.expires})` });
  }
  const expired = waivers.filter(
    ({ expires, rule }) => expires < today && stateOf(rule) !== 'absent',
  );
  const unused = live.filter((waiver) => !used.has(waiver) && stateOf(waiver.rule) === 'ran');
  return { kept, accepted, about: [...expired.map(expiredFinding), ...unused.map(unusedFinding)] };
}

/** True where a waiver's rule, an id or a group with `/*`, names this one. */
export const namesRule = (rule: string, id: string): boolean =>
  rule === id || (rule.endsWith('/*') && id.startsWith(rule.slice(0, -1)));

const covers = ({ rule, match }: Waiver, finding: Finding): boolean =>
  namesRule(rule, finding.rule) &&
  (match === '*' || matchesGlob(match, finding.place.path) || finding.message.includes(match));

const expiredFinding = (waiver: Waiver): Finding => ({
  rule: 'waiver/expired',
  level: 'warning',
  message: `Unexpected waiver for \`${waiver.rule}\` that expired on ${waiver.expires}, expected the finding mended by now`,
  remedy: 'mend what it covered and delete it, or give it a new date and reason',
  place: waiver.place,
});

const unusedFinding = (waiver: Waiver): Finding => ({
  rule: 'waiver/unused',
  level: 'notice',
  message: `Unexpected waiver for \`${waiver.rule}\`, expected at least one finding that it covers`,
  remedy: 'delete it',
  place: waiver.place,
});
