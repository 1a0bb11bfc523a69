/** The last part of a stream of bytes. */
export interface Tail {
  push(bytes: Uint8Array): void;
  /** As UTF-8; bytes that are no text are shown as U+FFFD. */
  text(): string;
}

/** Keeps the last `limit` bytes of what is pushed. Holds at most `limit` and one chunk more; linear time. */
export function tailOf(limit: number): Tail {
  let chunks: Uint8Array[] = [];
  let first = 0;
  let size = 0;
  return {
    push(bytes) {
      chunks.push(bytes);
      size += bytes.length;
      for (let head = chunks[first]; head !== undefined && size - head.length >= limit;) {
        size -= head.length;
        first += 1;
        head = chunks[first];
      }
      // Dropping from the front of an array costs its length, so it is done now and then only.
      if (first > 64 && first > chunks.length / 2) {
        chunks = chunks.slice(first);
        first = 0;
      }
    },
    text() {
      const all = Buffer.concat(chunks.slice(first));
      return all.subarray(startOfCharacter(all, Math.max(0, all.length - limit))).toString('utf8');
    },
  };
}

/** Moves on from the middle of a UTF-8 sequence to the next character. */
function startOfCharacter(bytes: Uint8Array, from: number): number {
  if (from === 0) return from;
  const start = bytes.subarray(from, from + 4).findIndex((byte) => (byte & 0xc0) !== 0x80);
  return from + Math.max(0, start);
}
