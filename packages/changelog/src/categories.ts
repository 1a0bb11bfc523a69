import type { Category } from './model.ts';

/** Titles as they stand in changelogs, lower case, without emoji and final colon; the first that matches counts. */
const TITLES: readonly (readonly [Category, RegExp])[] = [
  [
    'breaking',
    /breaking|backwards?[- ]?incompatib|incompatib|api changes|behaviou?r(?:al)? changes?|upgrad/,
  ],
  ['security', /security|vulnerabilit/],
  ['deprecated', /deprecat/],
  ['removed', /remov|dropped|deletion/],
  ['fixed', /fix|bugs?\b|correction|resolved|regression/],
  ['performance', /performance|optimi[sz]ation|speed/],
  ['documentation', /\bdocs?\b|documentation|documented|website/],
  ['dependencies', /dependenc|requirement|vendored|package requires/],
  ['added', /\badd|\bnew\b|feature|enhancement|introduc/],
  ['changed', /chang|improve|update|refactor|modif|adjust|preview style|stable style|support/],
  [
    'internal',
    /internal|contributor|develop|test|\bci\b|build|chore|housekeep|maintenance|tooling|infrastructure|packaging|packager|refactor|trivial/,
  ],
  [
    'other',
    /misc|other|notes?|highlight|general|various|merged|acknowledg|thank|credits|statistics|full changelog|output|parser|configuration|integrations|experimental|core|cli|api|known issues|platform|types?|typing/,
  ],
];

/** The kind of change that a section's title names, or undefined where it is no title that is known. */
export function categoryOf(title: string): Category | undefined {
  // Longer lines are no titles.
  const words = title.slice(0, 80).toLowerCase();
  return TITLES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The titles of Keep a Changelog, against which a misspelling is measured. */
export const KEEP_A_CHANGELOG = [
  'Added',
  'Changed',
  'Deprecated',
  'Removed',
  'Fixed',
  'Security',
] as const;
