import { type Finding, nearest } from '@pymaint/core';
import type { ObjectType } from '../sphinx/setup.ts';
import { settingOr } from '../sphinx/conf.ts';
import { doubtOf, inInventories } from './certainty.ts';
import { nitpickIgnore } from './nitpick.ts';
import { type Site, referencesOf } from './project.ts';
import { findingAt, meant, withDoubt } from './report.ts';

/** Sphinx's own since 7.4; unlike those that conf.py adds it always warns. */
const CONFVAL: ObjectType = { directive: 'confval', role: 'confval' };

/**
 * `:confval:` and the roles of `add_object_type` and `add_crossref_type` to what no page describes. Of the latter
 * Sphinx warns with `nitpicky` alone.
 */
export function checkCustomObjects(site: Site): readonly Finding[] {
  const { conf } = site.project;
  const isNitpick = settingOr(conf.nitpicky, false);
  const nitpick = nitpickIgnore(conf);
  const doubt = doubtOf(site.project) ?? nitpick.why;
  const types = new Map([CONFVAL, ...conf.objectTypes].map((type) => [type.role, type]));
  const directives = new Set([...types.values()].map(({ directive }) => directive));
  const described = describedBy(site, directives);
  return referencesOf(site).flatMap(({ document, reference }) => {
    const { role, target, targetSpan, suppressed } = reference;
    const type = types.get(bareName(role));
    if (type === undefined || suppressed === true) return [];
    if (type !== CONFVAL && (!isNitpick || nitpick.ignores(target))) return [];
    const known = described.get(type.directive) ?? new Set();
    if (known.has(target.replaceAll(/\s+/gu, ' ').trim())) return [];
    if (inInventories(site.project, target, `std:${type.directive}`)) return [];
    const { level, tail } = withDoubt(doubt);
    return findingAt(
      document,
      targetSpan,
      'docs/undefined-entry',
      level,
      `Unexpected ${type.role} \`${target}\`, expected one that a \`.. ${type.directive}::\` describes${meant(nearest(target, known))}${tail}`,
    );
  });
}

/** What directives of some names describe, by their names. */
function describedBy(
  site: Site,
  directives: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const described = new Map<string, Set<string>>();
  for (const { parts } of site.pages.values())
    for (const { document } of parts)
      for (const { name, argument } of document.directives) {
        const bare = bareName(name);
        if (!directives.has(bare)) continue;
        for (const line of argument.split('\n')) {
          add(described, bare, line.trim());
          // A `parse_node` of the project's own may take the parameters off.
          add(described, bare, line.replace(/\(.*$/u, '').trim());
        }
      }
  return described;
}

const bareName = (name: string): string => name.replace(/^std:/u, '');

function add(described: Map<string, Set<string>>, directive: string, name: string): void {
  const same = described.get(directive);
  if (same === undefined) described.set(directive, new Set([name]));
  else same.add(name);
}
