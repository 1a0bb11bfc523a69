import { type Finding, type Level, nearest } from '@pymaint/core';
import type { Document } from '../document.ts';
import { findingAt, meant } from '../graph/report.ts';
import { MOST_COMPARED } from './github-anchors.ts';
import { normalLabel } from '../markdown/link-parts.ts';

/** Which undefined references of a page are surely meant as such. */
export interface DefinitionRules {
  /** False where a plugin resolves `[text][pkg.Class]` against objects (mkdocstrings, autorefs). */
  readonly links: boolean;
  /** False where definitions of another file come along (snippets that are put at every page's end, abbreviations). */
  readonly footnotes: boolean;
  /** `error` unless said otherwise. */
  readonly level?: Level;
}

/**
 * `[text][name]` and `[^name]` that no definition of the page answers: renderers show the brackets as they stand.
 * `[name]` alone is text, and so is what looks like an index: `[i][0]`.
 */
export function checkDefinitions(document: Document, rules: DefinitionRules): readonly Finding[] {
  const { level = 'error' } = rules;
  const names = namesOf(document, 'uri');
  const notes = namesOf(document, 'footnote');
  return document.references.flatMap(({ kind, target, title, span, targetSpan }) => {
    // Cells of notebooks and directives may hold reStructuredText.
    const opening = document.text.slice(span.start, span.start + 2);
    if (kind === 'named' && rules.links && (opening.startsWith('[') || opening === '![')) {
      // The reader takes backquotes off, as mkdocs-autorefs does; CommonMark does not.
      if (names.has(normalLabel(target)) || names.has(normalLabel(`\`${target}\``))) return [];
      if (!isMeant(target, title)) return [];
      return report(document, targetSpan, 'link', target, `\`[${target}]: …\``, names, level);
    }
    if (kind === 'footnote' && rules.footnotes && opening === '[^') {
      if (notes.has(normalLabel(target)) || !/^[\w-]+$/.test(target)) return [];
      // `[^a-z]` is a set of characters; a page with notes, or a number, is none.
      if (notes.size === 0 && !/^\d+$/.test(target)) return [];
      return report(
        document,
        span,
        'footnote',
        `[^${target}]`,
        `\`[^${target}]: …\``,
        notes,
        level,
      );
    }
    return [];
  });
}

/** As CommonMark compares them, each with how it is written. */
const namesOf = ({ targets }: Document, wanted: 'uri' | 'footnote'): ReadonlyMap<string, string> =>
  new Map(
    targets.filter(({ kind }) => kind === wanted).map(({ name }) => [normalLabel(name), name]),
  );

/** A label that holds words, and a text too; templates and indexes are something else. */
function isMeant(target: string, title: string | undefined): boolean {
  // `pkg.Class` is an object that mkdocstrings knows, wherever the page is shown.
  if (/[{}$|<>]|^[\w]+(?:\.\w+)+$/.test(target) || !/\p{L}{2}|\d{2}/u.test(target)) return false;
  return title === undefined || (/[\p{L}\p{N}]/u.test(title) && !/[{}$]/.test(title));
}

function report(
  document: Document,
  span: { readonly start: number; readonly end: number },
  what: 'link' | 'footnote',
  shown: string,
  wanted: string,
  known: ReadonlyMap<string, string>,
  level: Level,
): Finding {
  const near =
    known.size > MOST_COMPARED
      ? undefined
      : nearest(shown.replace(/^\[\^|\]$/g, ''), known.values());
  return findingAt(
    document,
    span,
    `docs/undefined-${what === 'link' ? 'link' : 'note'}`,
    level,
    `Unexpected ${what} \`${shown}\`, expected a definition ${wanted} in this page${meant(near)}`,
  );
}
