import { type Document, finishDocument, emptyDraft, type Link, type Span } from '../document.ts';
import { isMail, usedDefinitions } from '../links/addresses.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRst } from '../rst/read-rst.ts';
import { headingIds } from '../slugs.ts';

/**
 * Why a link or image is dead on PyPI:
 * - `relative-link`, `relative-image`: the page is `https://pypi.org/project/NAME/`, and nothing of the project
 *   lies beside it; PyPI answers such an address with the page itself, so that even a request says nothing;
 * - `missing-anchor`: no title of the page gets this id there, although GitHub may make one.
 */
export type PypiDeadKind = 'relative-link' | 'relative-image' | 'missing-anchor';

/** A link or image of a README that leads nowhere on PyPI. */
export interface PypiDead {
  readonly kind: PypiDeadKind;
  readonly url: string;
  readonly span: Span;
  /** The address alone. */
  readonly urlSpan: Span;
}

/** A README as PyPI renders it. */
export interface PypiReadme {
  readonly document: Document;
  readonly dead: readonly PypiDead[];
}

/**
 * Reads a README as PyPI's `readme_renderer` does, by the content type of the metadata
 * (https://packaging.python.org/en/latest/specifications/core-metadata/#description-content-type).
 * `text/plain` holds no links; without a type PyPI takes reStructuredText.
 */
export function readPypiReadme(path: string, text: string, contentType: string): PypiReadme {
  const [type = '', ...parameters] = contentType
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (type === 'text/plain')
    return { document: finishDocument(path, 'markdown', text, emptyDraft()), dead: [] };
  if (type !== 'text/markdown') {
    const document = readRst(path, text);
    return { document, dead: deadOf(document, new Set()) };
  }
  const document = readMarkdown(path, text);
  const commonMark = parameters.some((parameter) => /^variant\s*=\s*"?commonmark/.test(parameter));
  return { document, dead: deadOf(document, commonMark ? idsOf(document) : titlesOf(document)) };
}

/** GFM: titles have ids, and each `#anchor` is taken to be one; ids of tags cannot be reached. */
const titlesOf = (document: Document): ReadonlySet<string> =>
  new Set(headingIds('github', document.headings));

/** CommonMark: only tags have ids. */
const idsOf = (document: Document): ReadonlySet<string> =>
  new Set(
    document.targets
      .filter(({ kind, span }) => kind === 'id' && !isTag(document, span, 'a', 'name'))
      .map(({ name }) => name),
  );

function deadOf(document: Document, anchors: ReadonlySet<string>): readonly PypiDead[] {
  const used = usedDefinitions(document);
  const dead: PypiDead[] = [];
  for (const link of document.links) {
    if (link.syntax === 'attribute' && !isTag(document, link.span, 'a')) continue;
    if (link.syntax === 'definition' && !used.has(link.urlSpan.start)) continue;
    if (isMail(document, link.url)) continue;
    const kind = deadKind(link, anchors);
    if (kind !== undefined)
      dead.push({ kind, url: link.url, span: link.span, urlSpan: link.urlSpan });
  }
  for (const { kind, path, span, pathSpan } of document.files)
    if (kind === 'image' && isRelative(path) && !isTag(document, span, 'source'))
      dead.push({ kind: 'relative-image', url: path, span, urlSpan: pathSpan });
  return dead.toSorted((a, b) => a.span.start - b.span.start);
}

/** A tag of this name, which writes the attribute where one is given. `readme_renderer` drops what it does not know. */
function isTag(document: Document, { start, end }: Span, tag: string, attribute?: string): boolean {
  const written = document.text.slice(start, Math.min(end, start + 2000));
  if (!new RegExp(`^<${tag}[\\s/>]`, 'i').test(written)) return false;
  return (
    attribute === undefined ||
    (new RegExp(`\\s${attribute}\\s*=`, 'i').test(written) && !/\sid\s*=/i.test(written))
  );
}

function deadKind({ url }: Link, anchors: ReadonlySet<string>): PypiDeadKind | undefined {
  if (url === '' || url === '#') return undefined;
  if (url.startsWith('#'))
    return anchors.has(decoded(url.slice(1))) || isNote(url) ? undefined : 'missing-anchor';
  return isRelative(url) ? 'relative-link' : undefined;
}

/** Footnotes have ids of their own. */
const isNote = (url: string): boolean => /^#fn(?:ref)?-/.test(url);

const isRelative = (url: string): boolean => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url);

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
