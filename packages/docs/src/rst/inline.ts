import { BACKQUOTE, BACKSLASH, UNDERSCORE } from './chars.ts';
import { oneLine } from './inline-text.ts';
import { simpleReference } from './inline/hyperlink.ts';
import { interpretedText } from './inline/interpreted.ts';
import { footnote, substitution } from './inline/labelled.ts';
import { asterisk, inlineTarget, literal } from './inline/marks.ts';
import { type Scan, flush } from './inline/scan.ts';
import { closingBracket } from './inline/slips.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

// Characters at which inline markup may start or end; 1 calls for a look, 2 is only noted.
const special = new Uint8Array(128);
for (const char of '\\*`_|[]') special[char.charCodeAt(0)] = 1;
for (const char of ':@') special[char.charCodeAt(0)] = 2;

/** Reads inline markup between two offsets of a source (docutils `states.Inliner`). */
export function readInline(reader: Reader, source: Source, start: number, end: number): void {
  scan(reader, source, start, end, undefined);
}

/** As {@link readInline}, and gives the text that a reader sees. */
export function readInlineText(reader: Reader, source: Source, start: number, end: number): string {
  const plain: string[] = [];
  scan(reader, source, start, end, plain);
  return oneLine(plain.join('')).trim();
}

function scan(
  reader: Reader,
  source: Source,
  start: number,
  end: number,
  plain: string[] | undefined,
): void {
  const { text } = source;
  const s: Scan = {
    reader,
    source,
    text,
    end,
    base: start,
    run: start,
    linkish: false,
    missing: 0,
    plain,
  };
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? special[code] : 0;
    if (kind === 0) i += 1;
    else if (kind === 2) {
      s.linkish = true;
      i += 1;
    } else i = construct(s, i, code);
  }
  flush(s, end);
}

/** Looks at one special character and gives the offset to go on from. */
function construct(s: Scan, i: number, code: number): number {
  switch (code) {
    case BACKSLASH:
      return i + 2;
    case 42:
      return asterisk(s, i);
    case BACKQUOTE:
      return isNext(s, i, BACKQUOTE) ? literal(s, i) : interpretedText(s, i);
    case UNDERSCORE:
      return isNext(s, i, BACKQUOTE) ? inlineTarget(s, i) : simpleReference(s, i);
    case 124:
      return substitution(s, i);
    case 91:
      return footnote(s, i);
    default:
      return closingBracket(s, i);
  }
}

const isNext = (s: Scan, i: number, code: number): boolean =>
  s.text.charCodeAt(i + 1) === code && i + 1 < s.end;
