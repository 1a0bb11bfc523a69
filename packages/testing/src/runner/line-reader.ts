import { StringDecoder } from 'node:string_decoder';

/** Takes bytes in pieces and gives lines. */
export interface LineReader {
  push(bytes: Uint8Array): void;
  /** Gives the last line, where it has no end. */
  end(): void;
}

/** Splits a stream as .NET's `StreamReader.ReadLine` does: at `\n`, at `\r\n`, and at a lone `\r`. */
export function lineReader(onLine: (line: string) => void): LineReader {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string, last: boolean): void => {
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
    // A carriage return at the end of a piece waits to see whether a line feed follows.
    if (!last || rest === '') return;
    onLine(rest.replace(/\r$/, ''));
    rest = '';
  };
  return {
    push: (bytes) => take(decoder.write(bytes), false),
    end: () => take(decoder.end(), true),
  };
}
