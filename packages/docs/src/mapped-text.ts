import { type LineIndex, lineIndex } from '@pymaint/core';

/**
 * Text that was put together from pieces of a file: the text of notebook cells, of a docstring. Piece `n`
 * starts at `here[n]` of the text; it stands at `there[n]` of the file and takes `sizes[n]` characters there,
 * which differ from its own length where it is an escape sequence.
 */
export interface MappedText {
  readonly text: string;
  readonly here: readonly number[];
  readonly there: readonly number[];
  readonly sizes: readonly number[];
}

/** A mapped text that grows. */
export interface TextBuilder {
  readonly parts: string[];
  length: number;
  readonly here: number[];
  readonly there: number[];
  readonly sizes: number[];
}

/** A mapped text that holds nothing yet. */
export const textBuilder = (): TextBuilder => ({
  parts: [],
  length: 0,
  here: [],
  there: [],
  sizes: [],
});

/** Adds text that stands at `at` of the file, where it takes `size` characters. */
export function addPiece(
  builder: TextBuilder,
  text: string,
  at: number,
  size: number = text.length,
): void {
  if (text === '') return;
  const { here, there, sizes, parts } = builder;
  const last = here.length - 1;
  const plain = size === text.length;
  const before = builder.length - (here[last] ?? 0);
  // Pieces that follow each other in both are one.
  if (last >= 0 && plain && sizes[last] === before && (there[last] ?? 0) + before === at)
    sizes[last] = before + size;
  else {
    here.push(builder.length);
    there.push(at);
    sizes.push(size);
  }
  parts.push(text);
  builder.length += text.length;
}

/** What was built. */
export const builtText = ({ parts, here, there, sizes }: TextBuilder): MappedText => ({
  text: parts.join(''),
  here,
  there,
  sizes,
});

/** The piece that an offset of the text lies in. */
export function pieceAt({ here }: Pick<MappedText, 'here'>, offset: number): number {
  let low = 0;
  let high = here.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((here[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The offset in the file of the character at `offset` of the text. */
export function fileStartOf(mapped: MappedText, offset: number): number {
  const piece = pieceAt(mapped, offset);
  const length = lengthOf(mapped, piece);
  const size = mapped.sizes[piece] ?? 0;
  const within = offset - (mapped.here[piece] ?? 0);
  if (within >= length) return (mapped.there[piece] ?? 0) + size;
  return (mapped.there[piece] ?? 0) + (size === length ? within : 0);
}

/** The offset in the file just behind the character before `offset` of the text. */
export function fileEndOf(mapped: MappedText, offset: number): number {
  if (offset <= 0) return fileStartOf(mapped, 0);
  const piece = pieceAt(mapped, offset - 1);
  const length = lengthOf(mapped, piece);
  const size = mapped.sizes[piece] ?? 0;
  const within = offset - (mapped.here[piece] ?? 0);
  return (mapped.there[piece] ?? 0) + (size === length ? Math.min(within, size) : size);
}

const lengthOf = ({ text, here }: MappedText, piece: number): number =>
  (here[piece + 1] ?? text.length) - (here[piece] ?? 0);

/** Turns offsets of a mapped text into lines and columns of the file, and back. */
export function mappedLines(path: string, file: string, mapped: MappedText): LineIndex {
  const index = lineIndex(path, file);
  return {
    lineCount: index.lineCount,
    place: (offset) => index.place(fileStartOf(mapped, offset)),
    range: (start, end) =>
      index.range(
        fileStartOf(mapped, start),
        end > start ? fileEndOf(mapped, end) : fileStartOf(mapped, start),
      ),
    offset: (line, column) => textOffset(mapped, index.offset(line, column)),
  };
}

/** The offset of the text for an offset of the file; one that lies between pieces goes to the next piece. */
function textOffset(mapped: MappedText, offset: number): number {
  const piece = pieceAt({ here: mapped.there }, offset);
  const length = lengthOf(mapped, piece);
  const size = mapped.sizes[piece] ?? 0;
  const within = offset - (mapped.there[piece] ?? 0);
  const start = mapped.here[piece] ?? 0;
  if (within < 0) return start;
  if (within >= size) return mapped.here[piece + 1] ?? mapped.text.length;
  return start + (size === length ? within : 0);
}
