/** As git does: a NUL among the first bytes says that a file is not text. */
const PROBED = 8000;

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Bytes as text: UTF-8, a byte order mark dropped. Undefined where the bytes are not text: a NUL among the first
 * 8,000 (git's own rule, `buffer_is_binary`) or a sequence that UTF-8 does not know.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const zero = bytes.indexOf(0);
  if (zero !== -1 && zero < PROBED) return undefined;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** True where the bytes begin with UTF-8's byte order mark. */
export const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
