import type { IncomingMessage } from 'node:http';
import { TextDecoder } from 'node:util';
import type { PageBody, ProbePolicy } from '@pymaint/core';
import { unpacked } from '../adapters/http.ts';

/** Characters of a page that are kept for its marks. */
const START = 65_536;

/** How far a page is read. */
export interface PageReading {
  readonly anchors: readonly string[];
  /** Bytes after unpacking. */
  readonly maxBytes: number;
  readonly scan: ProbePolicy['scan'];
}

/**
 * Reads a page while it comes, no further than it is needed: to the last wanted anchor, or where none is wanted
 * through its beginning. Undefined where it is no markup. A body that breaks off matters only to anchors that were
 * not found yet: then it throws the stream's error.
 */
export async function readPage(
  response: IncomingMessage,
  { anchors, maxBytes, scan }: PageReading,
): Promise<PageBody | undefined> {
  if (!isMarkup(response.headers['content-type'])) return undefined;
  const decoder = decoderOf(response.headers['content-type']);
  const page = scan(anchors);
  let start = '';
  let size = 0;
  const enough = (): boolean =>
    size >= maxBytes || (page.done() && (anchors.length > 0 || start.length >= START));
  try {
    for await (const part of unpacked(response)) {
      const bytes = (part as Buffer).subarray(0, maxBytes - size);
      size += bytes.length;
      const text = decoder.decode(bytes, { stream: true });
      if (start.length < START) start = (start + text).slice(0, START);
      page.push(text);
      if (enough()) return { start, ...page.result(), complete: false };
    }
  } catch (error) {
    if (!page.done()) throw error;
    return { start, ...page.result(), complete: false };
  }
  page.push(decoder.decode());
  return { start, ...page.result(), complete: true };
}

const isMarkup = (type: string | undefined): boolean =>
  type === undefined || /html|xml/i.test(type);

function decoderOf(type: string | undefined): TextDecoder {
  const label = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label);
  } catch {
    // A server may name an encoding that does not exist; anchors are mostly ASCII in any case.
    return new TextDecoder();
  }
}
