import { linearPattern, tomlDocument, tomlValue } from '@pymaint/core';
import { settingOr, type SphinxConf } from '../sphinx/conf.ts';

/** Which addresses are left alone, and whether their anchors are looked for. */
export interface LinkSettings {
  /** True where a pattern of the user's own says so. */
  readonly isIgnored: (url: string) => boolean;
  /** True where the page is asked for, but not its anchor. */
  readonly ignoresAnchor: (url: string, anchor: string) => boolean;
}

type Test = (text: string) => boolean;

/** What other link checkers were told, and pymaint's own option, as one. Texts that cannot be read say nothing. */
export interface SettingSources {
  /** `external-ignore`. */
  readonly patterns: readonly string[];
  /** `.lycheeignore`: a pattern a line. */
  readonly lycheeIgnore?: string | undefined;
  /** `lychee.toml`: `exclude`. */
  readonly lycheeToml?: string | undefined;
  /** `.markdown-link-check.json` and its like: `ignorePatterns`. */
  readonly markdownLinkCheck?: string | undefined;
  readonly sphinx?: SphinxConf | undefined;
}

/** Makes the settings. lychee, markdown-link-check and pymaint search in the address, Sphinx matches its beginning. */
export function linkSettings(sources: SettingSources): LinkSettings {
  const { sphinx } = sources;
  const searched = [
    ...sources.patterns,
    ...lines(sources.lycheeIgnore ?? ''),
    ...excludes(sources.lycheeToml ?? ''),
    ...ignorePatterns(sources.markdownLinkCheck ?? ''),
  ].flatMap((pattern) => tests(pattern, 'search'));
  const matching = (patterns: readonly string[]): readonly Test[] =>
    patterns.flatMap((pattern) => tests(pattern, 'match'));
  const ignored = [
    ...searched,
    ...matching(sphinx === undefined ? [] : settingOr(sphinx.linkcheckIgnore, [])),
  ];
  const anchors = matching(
    sphinx === undefined ? [] : settingOr(sphinx.linkcheckAnchorsIgnore, ['^!']),
  );
  const pages = matching(
    sphinx === undefined ? [] : settingOr(sphinx.linkcheckAnchorsIgnoreForUrl, []),
  );
  const looks = sphinx === undefined || settingOr(sphinx.linkcheckAnchors, true);
  return {
    isIgnored: (url) => ignored.some((test) => test(url)),
    ignoresAnchor: (url, anchor) =>
      !looks || anchors.some((test) => test(anchor)) || pages.some((test) => test(url)),
  };
}

function tests(pattern: string, way: 'search' | 'match'): readonly Test[] {
  const compiled = linearPattern(pattern);
  return compiled === undefined ? [] : [compiled[way]];
}

const lines = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

function excludes(text: string): readonly string[] {
  const node = tomlDocument('lychee.toml', text).get('exclude');
  const value = node === undefined ? [] : tomlValue(node);
  return Array.isArray(value)
    ? (value as readonly unknown[]).filter((one) => typeof one === 'string')
    : [];
}

function ignorePatterns(text: string): readonly string[] {
  try {
    const { ignorePatterns: list } = JSON.parse(text) as { readonly ignorePatterns?: unknown };
    return Array.isArray(list)
      ? (list as readonly ({ readonly pattern?: unknown } | null)[]).flatMap((one) =>
          typeof one?.pattern === 'string' ? [one.pattern] : [],
        )
      : [];
  } catch {
    return [];
  }
}
