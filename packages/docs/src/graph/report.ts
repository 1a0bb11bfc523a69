import { nearest, type Finding, type Level, type Related } from '@pymaint/core';
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

/** Looking for a near name costs as much as all names are long, so that only so many are looked for. */
const GUESSES = 60;

/** Gives the name that is nearest to one written; after many names it gives none. */
export function guesser(known: Iterable<string>): (written: string) => string | undefined {
  const guesses = new Map<string, string | undefined>();
  let names: readonly string[] | undefined;
  return (written) => {
    if (guesses.has(written)) return guesses.get(written);
    if (guesses.size >= GUESSES) return undefined;
    names ??= [...known];
    const near = nearest(written, names);
    guesses.set(written, near);
    return near;
  };
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
