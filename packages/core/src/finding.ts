import type { Fix } from './fix.ts';
import type { Place } from './place.ts';

/** How bad a finding is, worst first. An error is certain; a doubt is at most a notice. */
export const LEVELS = ['error', 'warning', 'notice'] as const;
export type Level = (typeof LEVELS)[number];

/** A value that survives JSON. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Another place that belongs to a finding, such as "also defined here". */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** What a check says is wrong: words of the form "Unexpected X, expected Y", and where. */
export interface Problem {
  /** First sentence: what is wrong. Names things as the user wrote them, in backquotes. */
  readonly message: string;
  readonly place: Place;
  /** Overrides the check's own level. */
  readonly level?: Level;
  readonly related?: readonly Related[];
  /** What to do, as a command or an edit in one sentence. */
  readonly remedy?: string;
  readonly fix?: Fix;
  /** For machines only; the words above must stand without it. */
  readonly data?: { readonly [key: string]: Json };
}

/** A problem under the rule that found it. */
export interface Finding extends Problem {
  /** The check's id, such as `version/tag-agrees`; its documentation's address is derived from it. */
  readonly rule: string;
  readonly level: Level;
}

/** True where `level` is as bad as `threshold` or worse. */
export const isAtLeast = (level: Level, threshold: Level): boolean =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(threshold);
