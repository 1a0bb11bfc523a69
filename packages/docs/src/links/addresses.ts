import { type Document, normalName, type Span } from '../document.ts';
import { normalLabel } from '../markdown/link-parts.ts';

/** An address in a document that a reader of the page may follow or see. */
export interface Address {
  readonly what: 'link' | 'image';
  readonly url: string;
  /** The address alone. */
  readonly span: Span;
}

/** All addresses of a document, in order: links, images, HTML attributes. Definitions count where they are used. */
export function addressesOf(document: Document): readonly Address[] {
  const used = usedDefinitions(document);
  const found: Address[] = [];
  for (const { syntax, url, urlSpan } of document.links) {
    if (syntax === 'bare' || syntax === 'email' || syntax === 'metadata') continue;
    if (isMail(document, url)) continue;
    if (syntax === 'definition' && !used.has(urlSpan.start)) continue;
    found.push({ what: 'link', url, span: urlSpan });
  }
  for (const { kind, path, pathSpan } of document.files)
    if (kind === 'image') found.push({ what: 'image', url: path, span: pathSpan });
  return found.toSorted((a, b) => a.span.start - b.span.start);
}

/** In reStructuredText an address of a mailbox needs no `mailto:` (docutils `Inliner.adjust_uri`). */
export const isMail = ({ format }: Document, url: string): boolean =>
  format === 'rst' && /^[^@\s/:]+@[^@\s/]+$/.test(url);

/** Where the addresses of definitions start that something refers to: others are not shown at all. */
export function usedDefinitions({ targets, references, format }: Document): ReadonlySet<number> {
  const normal = format === 'rst' ? normalName : normalLabel;
  const named = new Set(
    references.filter(({ kind }) => kind === 'named').map(({ target }) => normal(target)),
  );
  const used = new Set<number>();
  for (const { kind, name, valueSpan } of targets)
    if (valueSpan !== undefined && (kind !== 'uri' || named.has(normal(name))))
      used.add(valueSpan.start);
  return used;
}

/** Whether an address is the value of an HTML attribute. */
export const isOfTag = ({ text }: Document, { span }: Address): boolean =>
  /=\s*["']?$/u.test(text.slice(Math.max(0, span.start - 8), span.start));
