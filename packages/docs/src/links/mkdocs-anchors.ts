import type { Document } from '../document.ts';
import { headingIds, type SlugRule } from '../slugs.ts';
import { anchorsOf, anyRuleMakes, htmlTitles } from './anchors.ts';
import { likely } from './github-anchors.ts';
import { type MkdocsProject, mkdocsSlugs } from './mkdocs-site.ts';
import type { Fault } from './report.ts';

/** Ids that extensions of Python-Markdown and themes make. */
const MADE = /^(?:top|fn|__|:~:)/;

/** What anchors can lead to in a page. */
interface Ids {
  readonly all: ReadonlySet<string>;
  readonly tabs: ReadonlySet<string>;
  /** Whether something else makes ids that are not known. */
  readonly open: boolean;
}

const kept = new WeakMap<Document, Ids>();

function idsOf(document: Document, rule: SlugRule): Ids {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const { titles, written } = anchorsOf(document, rule);
  const made: Ids = {
    all: new Set([...titles, ...[...written].flatMap(unescaped), ...withoutIcons(document, rule)]),
    tabs: new Set(tabs(document)),
    open: isOpen(document),
  };
  kept.set(document, made);
  return made;
}

/**
 * What is wrong with an anchor of a page that Python-Markdown renders. Nothing is said of pages whose ids are not all
 * known: those that describe objects, include files or are filled in by macros.
 */
export function mkdocsAnchor(
  project: MkdocsProject,
  document: Document,
  anchor: string,
): Fault | undefined {
  if (anchor === '' || MADE.test(anchor)) return undefined;
  const rule = mkdocsSlugs(project.config);
  const ids = idsOf(document, rule ?? 'python-markdown');
  if (ids.open || ids.all.has(anchor) || ids.tabs.has(anchor)) return undefined;
  if (rule === undefined && anyRuleMakes(document, anchor)) return undefined;
  const all = [...ids.all];
  const same = all.find((it) => it.toLowerCase() === anchor.toLowerCase());
  const near = same ?? likely(anchor, all);
  const elsewhere = same === undefined && anyRuleMakes(document, anchor);
  return {
    rule: 'missing-anchor',
    level: elsewhere || rule === undefined ? 'warning' : 'error',
    expected: elsewhere
      ? 'an id that Python-Markdown makes as well'
      : `a title or id of \`${document.path}\``,
    ...(near === undefined ? {} : { meant: `#${near}`, instead: near }),
    safe: same !== undefined,
  };
}

const isOpen = ({ directives, files, text }: Document): boolean =>
  directives.some(({ name }) => name === 'mkdocstrings') ||
  files.some(({ kind }) => kind === 'include') ||
  text.includes('{{') ||
  text.includes('{%') ||
  htmlTitles(text).length > 0;

/** An id may be written with backslashes, which Python-Markdown takes away before it reads attributes. */
const unescaped = (id: string): readonly string[] =>
  id.includes('\\') ? [id, id.replaceAll('\\', '')] : [id];

/** `:octicons-x-16:` becomes an image, which has no text. */
const withoutIcons = ({ headings }: Document, rule: SlugRule): readonly string[] =>
  headings.some(({ text }) => text.includes(':'))
    ? headingIds(
        rule,
        headings.map(({ text, ids }) => ({ text: text.replace(/:[\w+-]+:/gu, '').trim(), ids })),
      )
    : [];

/** `pymdownx.tabbed` can give tabs ids by their titles. */
const tabs = ({ directives }: Document): readonly string[] =>
  directives.flatMap(({ name, argument }) =>
    name === 'tab' ? headingIds('python-markdown', [{ text: argument, ids: [] }]) : [],
  );
