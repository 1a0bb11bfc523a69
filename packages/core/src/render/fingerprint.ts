import type { Finding } from '../finding.ts';
import type { LineOf } from './source-lines.ts';

/**
 * Gives each finding a mark that stays when lines above it come and go: a hash of its rule and of the text of
 * its line without blanks at its ends (of its message, where the line cannot be had), with `:n` for the n-th
 * of the same in its file. The form is that of code scanning's `primaryLocationLineHash`.
 */
export function fingerprinter(lineOf: LineOf): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, place, message }) => {
    const line = lineOf(place.path, place.line)?.trim() ?? '';
    // Numbers in a message are often counts, which change without the finding being another one.
    const hash = hashOf(`${rule}\n${line === '' ? message.replace(/\d+/g, '0') : line}`);
    const key = `${place.path}\n${hash}`;
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return `${hash}:${n}`;
  };
}

/** 64-bit FNV-1a in two halves of 32, over UTF-16 units, as 16 hexadecimal digits; not for secrets. */
export function hashOf(text: string): string {
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // Times the prime 2^40 + 0x1b3, modulo 2^64.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
