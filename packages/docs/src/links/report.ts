import type { Finding, Fix, Level } from '@pymaint/core';
import type { Document, Span } from '../document.ts';
import { findingAt, meant, withDoubt } from '../graph/report.ts';
import type { Address } from './addresses.ts';
import { encoded, type LocalAddress } from './address.ts';
import { type Lost, lacking } from './renamed.ts';

/** What is wrong with an address. */
export interface Fault {
  readonly rule: 'missing-link' | 'missing-anchor';
  readonly level: Level;
  /** What stands behind `expected`. */
  readonly expected: string;
  /** What was most likely meant, as it would be written. */
  readonly meant?: string;
  /** Why it may be right all the same: the finding is a notice then. */
  readonly doubt?: string;
  /** What to write in the place of the path or of the anchor. */
  readonly instead?: string;
  /** Whether nothing else can have been meant. */
  readonly safe?: boolean;
  /** The file that is not there, as history may know it under another name. */
  readonly lost?: Pick<Lost, 'paths' | 'write'>;
}

/** The finding of a fault, at the path or the anchor. */
export function faultAt(
  document: Document,
  address: Address,
  local: LocalAddress,
  fault: Fault,
): Finding {
  const { tail } = withDoubt(fault.doubt);
  const level = fault.doubt === undefined ? fault.level : 'notice';
  const isAnchor = fault.rule === 'missing-anchor';
  const shown = isAnchor ? `#${local.anchor ?? ''}` : local.path;
  const what = isAnchor ? 'anchor' : address.what;
  const message = `Unexpected ${what} \`${shown}\`, expected ${fault.expected}${meant(fault.meant)}${tail}`;
  const span = partOf(document, address, local, isAnchor);
  const plain = findingAt(document, span, `docs/${fault.rule}`, level, message);
  const { lost } = fault;
  const finding =
    lost === undefined
      ? plain
      : lacking(plain, { document, span, paths: lost.paths, write: (to) => written(lost, to) });
  const fix = fixOf(document, span, fault);
  return fix === undefined ? finding : { ...finding, fix };
}

/** Another path as it is written in an address. */
function written({ write }: Pick<Lost, 'write'>, path: string): string | undefined {
  const to = write(path);
  return to === undefined ? undefined : encoded(to);
}

/** The path or the anchor within the address, or all of it where it is written with escapes. */
function partOf(
  { text }: Document,
  { url, span }: Address,
  { pathLength, anchor }: LocalAddress,
  isAnchor: boolean,
): Span {
  if (text.slice(span.start, span.end) !== url) return span;
  if (!isAnchor)
    return pathLength === 0 ? span : { start: span.start, end: span.start + pathLength };
  return anchor === undefined ? span : { start: span.start + url.indexOf('#') + 1, end: span.end };
}

function fixOf(document: Document, span: Span, { instead, safe, rule }: Fault): Fix | undefined {
  if (instead === undefined) return undefined;
  const oldText = document.text.slice(span.start, span.end);
  // A span with escapes, or over several lines, is left to its author.
  if (oldText.includes('\n') || oldText.includes('\\') || oldText.includes('&')) return undefined;
  return {
    title: `Write \`${instead}\``,
    safe: safe === true,
    edits: [
      {
        range: document.lines().range(span.start, span.end),
        oldText,
        newText: rule === 'missing-anchor' ? instead : encoded(instead),
      },
    ],
  };
}
