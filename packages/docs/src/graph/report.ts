import type { Finding, Level, Related } from '@pymaint/core';
import type { Document, Span } from '../document.ts';

/** A finding about a span of a document. */
export function findingAt(
  document: Document,
  span: Span,
  rule: string,
  level: Level,
  message: string,
  related: readonly Related[] = [],
): Finding {
  const place = document.lines().range(span.start, span.end);
  return { rule, level, message, place, ...(related.length === 0 ? {} : { related }) };
}

/** `; did you mean X?`, or nothing. */
export const meant = (name: string | undefined): string =>
  name === undefined ? '' : `; did you mean \`${name}\`?`;

/** The level of something missing: an error where that is certain, else a notice with the reason. */
export const withDoubt = (
  doubt: string | undefined,
): { readonly level: Level; readonly tail: string } =>
  doubt === undefined
    ? { level: 'error', tail: '' }
    : { level: 'notice', tail: `; not sure: ${doubt}` };
