import { linearPattern } from '@pymaint/core';
import { settingOr, type SphinxConf } from '../sphinx/conf.ts';

/** What a project does not want to be told of missing references. */
export interface NitpickIgnore {
  readonly ignores: (target: string) => boolean;
  /** Why that cannot be told, where it cannot. */
  readonly why: string | undefined;
}

/**
 * `nitpick_ignore`, whose targets are compared, and `nitpick_ignore_regex`, whose patterns must match a whole target
 * (https://www.sphinx-doc.org/en/master/usage/configuration.html#confval-nitpick_ignore). The type of the role, the
 * first of each pair, is not compared: one role has several, and rather too much is left alone than too little.
 */
export function nitpickIgnore({ nitpickIgnore, nitpickIgnoreRegex }: SphinxConf): NitpickIgnore {
  const targets = new Set(settingOr(nitpickIgnore, []).map(([, target]) => target));
  const patterns = settingOr(nitpickIgnoreRegex, []).map(([, pattern]) =>
    linearPattern(`^(?:${pattern})$`),
  );
  return {
    ignores: (target) =>
      targets.has(target) ||
      patterns.some((pattern) => pattern === undefined || pattern.match(target)),
    why: [nitpickIgnore, nitpickIgnoreRegex].flatMap((it) => (it.known ? [] : [it.why]))[0],
  };
}
