/** Bytes of a text in UTF-8; a lone surrogate counts as the three bytes of U+FFFD that are written for it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Measures a text: bytes for a job summary, UTF-16 units for the body of an issue. */
export type Measure = (text: string) => number;

/** Something that takes in blocks as long as they fit. */
export interface Budget {
  /** Adds a block where it fits, leaving `reserve` free; false where it does not. */
  readonly add: (block: string, reserve?: number) => boolean;
  readonly left: () => number;
  readonly text: () => string;
}

/** Collects blocks up to a size; each is taken whole or not at all. */
export function budgetOf(most: number, measure: Measure): Budget {
  const blocks: string[] = [];
  let used = 0;
  return {
    add(block, reserve = 0) {
      const size = measure(block);
      if (used + size > most - reserve) return false;
      blocks.push(block);
      used += size;
      return true;
    },
    left: () => most - used,
    text: () => blocks.join(''),
  };
}
