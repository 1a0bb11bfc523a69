import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';

/** A text of more bytes than this is not unpacked, so that a small file cannot fill the memory. */
const LARGEST = 256 * 1024 * 1024;

/** The UTF-8 text that a zlib stream (RFC 1950) holds, or undefined where it is damaged or too large. */
export async function inflatedText(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const unpacked = await promisify(inflate)(bytes, { maxOutputLength: LARGEST });
    return unpacked.toString('utf8');
  } catch {
    return undefined;
  }
}

/** A text as a zlib stream (RFC 1950). */
export const deflatedText = (text: string): Promise<Uint8Array> => promisify(deflate)(text);
