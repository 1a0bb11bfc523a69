import type { Document } from '../document.ts';
import { headingIds, slug, type SlugRule } from '../slugs.ts';

/** The places of a document that an anchor can lead to. */
export interface Anchors {
  /** Ids that this renderer makes of titles. */
  readonly titles: ReadonlySet<string>;
  /** Ids that are written: in HTML, attribute lists, targets. */
  readonly written: ReadonlySet<string>;
}

const NAMED = new Set([
  'id',
  'label',
  'name',
  'inline',
  'footnote',
  'citation',
  'term',
  'equation',
]);

/** What anchors a renderer of this rule gives a document. Titles written as HTML count where GitHub shows them. */
export function anchorsOf(document: Document, rule: SlugRule): Anchors {
  const written = new Set<string>();
  for (const { kind, name } of document.targets)
    if (NAMED.has(kind)) {
      written.add(name);
      if (kind !== 'id') written.add(slug('docutils', name)).add(slug('sphinx', name));
    }
  for (const { ids } of document.headings) for (const id of ids) written.add(id);
  const titles = new Set(headingIds(rule, document.headings));
  if (rule === 'github') for (const text of htmlTitles(document.text)) titles.add(slug(rule, text));
  titles.delete('');
  return { titles, written };
}

const HTML_TITLE = /<h([1-6])(?:\s[^>]{0,2000})?>([^]{0,2000}?)<\/h\1>/gi;

/** Texts of titles that are written as HTML: GitHub gives them ids as well. */
export function htmlTitles(text: string): readonly string[] {
  if (!/<h[1-6][\s>]/i.test(text)) return [];
  return Array.from(text.matchAll(HTML_TITLE), ([, , inner = '']) =>
    inner
      .replace(/<[^>]{0,2000}>/g, '')
      .replace(/[*`]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** All other rules: what one of them makes is a place on some site, though not on this one. */
const RULES: readonly SlugRule[] = [
  'github',
  'gitlab',
  'myst',
  'python-markdown',
  'python-markdown-unicode',
  'pymdownx',
  'docutils',
];

const kept = new WeakMap<Document, ReadonlySet<string>>();

/** Whether any renderer makes this id of a title. */
export function anyRuleMakes(document: Document, id: string): boolean {
  const ids =
    kept.get(document) ?? new Set(RULES.flatMap((rule) => headingIds(rule, document.headings)));
  kept.set(document, ids);
  return ids.has(id);
}
