import type { Finding } from '@pymaint/core';
import type { Reference, Target } from '../document.ts';
import { settingOr } from '../sphinx/conf.ts';
import { doubtOf, namesInventory } from './certainty.ts';
import { nitpickIgnore } from './nitpick.ts';
import type { Site } from './project.ts';
import { findingAt, guesser, meant, withDoubt } from './report.ts';

/** The roles of the standard and math domains that go by targets of one kind. */
const ROLES: ReadonlyMap<string, Target['kind']> = new Map([
  ['option', 'option'],
  ['std:option', 'option'],
  ['envvar', 'envvar'],
  ['std:envvar', 'envvar'],
  ['token', 'token'],
  ['std:token', 'token'],
  ['eq', 'equation'],
  ['math:numref', 'equation'],
]);
/** Sphinx warns of these with `nitpicky` only. */
const NITPICKS = new Set<Target['kind']>(['envvar', 'token']);

/**
 * `:option:`, `:envvar:`, `:token:` and `:eq:` to what no page defines. Of an option the program is not
 * compared, so that a wrong program is not found and a right one never reported.
 */
export function checkStandard(site: Site): readonly Finding[] {
  const { conf } = site.project;
  const nitpicky = settingOr(conf.nitpicky, false);
  const nitpick = nitpickIgnore(conf);
  const { level, tail } = withDoubt(doubtOf(site.project) ?? nitpick.why);
  const known = namesByKind(site);
  const guessers = new Map([...known].map(([kind, names]) => [kind, guesser(names)]));
  const guess = (kind: Target['kind'], name: string) => guessers.get(kind)?.(name);
  return [...site.pages.values()].flatMap((page) =>
    page.parts
      .filter(({ partial }) => !partial)
      .flatMap(({ document }) =>
        document.references.flatMap((reference) => {
          const kind = ROLES.get(reference.role);
          if (kind === undefined || reference.suppressed === true) return [];
          if (NITPICKS.has(kind) && !nitpicky) return [];
          const names = known.get(kind) ?? new Set();
          const isNamed = kind === 'option' ? optionForms(reference) : [reference.target];
          if (isNamed.some((name) => names.has(name))) return [];
          if (namesInventory(site.project, reference.target)) return [];
          if (nitpick.ignores(reference.target)) return [];
          return findingAt(
            document,
            reference.targetSpan,
            `docs/undefined-${kind}`,
            level,
            `Unexpected ${kind} \`${reference.target}\`, expected one that is defined${meant(guess(kind, reference.target))}${tail}`,
          );
        }),
      ),
  );
}

function namesByKind(site: Site): ReadonlyMap<Target['kind'], ReadonlySet<string>> {
  const names = new Map<Target['kind'], Set<string>>();
  for (const page of site.pages.values())
    for (const { document } of page.parts)
      for (const { kind, name: bare, value } of document.targets) {
        // Tokens of a group are known with it alone.
        const name = kind === 'token' && value !== undefined ? `${value}:${bare}` : bare;
        const same = names.get(kind);
        if (same === undefined) names.set(kind, new Set([name]));
        else same.add(name);
      }
  return names;
}

/** What an option may be defined as: with its value or without, behind a program and its commands or not. */
function optionForms({ target }: Reference): readonly string[] {
  const words = target.trim().split(/\s+/u);
  return words
    .flatMap((word, n) => [word, words.slice(n).join(' ')])
    .flatMap((form) => [form, form.replace(/\[?=.*$/u, '')]);
}
