import { spanIn } from './content.ts';
import type { Inline } from './inline-state.ts';

/**
 * An attribute list: `{#id .class key="value"}`, with a colon behind the brace in Python-Markdown
 * (`attr_list`, mdit-py-plugins `attrs`).
 */
export const ATTRIBUTE_LIST =
  /\{:?[ \t]*(?:(?:#[^\s{}"'#.=]+|\.[^\s{}"'#=]+|[\w:@-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)|-|[\w:-]+)[ \t]*)+\}/y;

const ID = /[ \t{:]#([^\s{}"'#=]+)/dg;

/** Reads an attribute list from its brace on; gives the offset behind it, or behind the brace. */
export function readAttributeList(inline: Inline, at: number): number {
  const { s, end, content, draft } = inline;
  // MyST reads a list right behind a link, image, code or bracketed text alone (mdit-py-plugins `attrs`).
  if (inline.reader.features.myst && (at === content.from || !')]`>'.includes(s.charAt(at - 1))))
    return at + 1;
  const next = attributeListEnd(s, at, end);
  if (next < 0) return at + 1;
  for (const { name, from, to } of idsOf(s, at, next))
    draft.targets.push({
      kind: 'id',
      name,
      span: spanIn(content, at, next),
      nameSpan: spanIn(content, from, to),
    });
  inline.cuts?.push({ from: at, to: next, text: '' });
  return (inline.floor = next);
}

const MAX_LIST = 1000;

/** The offset behind the attribute list at `at`, or -1. */
export function attributeListEnd(s: string, at: number, end: number): number {
  const close = s.indexOf('}', at);
  if (close < 0 || close >= end || close - at > MAX_LIST) return -1;
  ATTRIBUTE_LIST.lastIndex = at;
  return ATTRIBUTE_LIST.test(s) && ATTRIBUTE_LIST.lastIndex <= end ? ATTRIBUTE_LIST.lastIndex : -1;
}

/** The ids in the attribute list from `at` to `end`. */
export function idsOf(
  s: string,
  at: number,
  end: number,
): readonly { readonly name: string; readonly from: number; readonly to: number }[] {
  return Array.from(s.slice(at, end).matchAll(ID), (found) => {
    const name = found[1] ?? '';
    const from = at + (found.indices?.[1]?.[0] ?? 0);
    return { name, from, to: from + name.length };
  });
}
