import { parseUrl, type Range } from '@pymaint/core';
import type { Document, Span } from '../document.ts';

/** One place that leads out to the web. */
export interface ExternalUse {
  /** As written, without whitespace and escapes. */
  readonly written: string;
  /** In the normal form of the WHATWG URL Standard, with its fragment. */
  readonly href: string;
  /** The address alone. */
  readonly place: Range;
  /** True where the characters at the place are `written`, so that they can be replaced. */
  readonly plain: boolean;
}

/** All addresses of the web in a document, in the order of the text: links and images, not those in code. */
export function externalUses(document: Document): readonly ExternalUse[] {
  const found: { readonly written: string; readonly span: Span }[] = [
    ...document.links
      .filter(({ syntax }) => syntax !== 'email')
      .map(({ url, urlSpan }) => ({ written: url, span: urlSpan })),
    ...document.files
      .filter(({ kind }) => kind === 'image')
      .map(({ path, pathSpan }) => ({ written: path, span: pathSpan })),
  ];
  const uses = new Map<number, ExternalUse>();
  for (const { written, span } of found) {
    const href = webAddress(written);
    // What is both image and link, or name and link, stands there once.
    if (href === undefined || uses.has(span.start)) continue;
    const place = document.lines().range(span.start, span.end);
    const plain =
      place.line === place.endLine && document.text.slice(span.start, span.end) === written;
    uses.set(span.start, { written, href, place, plain });
  }
  return [...uses].toSorted(([a], [b]) => a - b).map(([, use]) => use);
}

/** The normal form of an absolute address of the web, `//host/path` taken for https; undefined for all others. */
export function webAddress(written: string): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(written)) return undefined;
  const url = parseUrl(written.startsWith('//') ? `https:${written}` : written);
  return url === undefined || url.hostname === '' ? undefined : url.href;
}
