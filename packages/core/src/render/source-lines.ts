/** The text of a project file by its path in the report, or undefined where it cannot be had. */
export type Sources = (path: string) => string | undefined;

/** One line of a file without its line end; lines count from 1. */
export type LineOf = (path: string, line: number) => string | undefined;

/** Splits at `\n`, `\r\n` and a lone `\r`, as lineIndex counts lines. */
export const splitLines = (text: string): readonly string[] => text.split(/\r\n|\r|\n/);

/** Looks lines up, splitting each file once. */
export function linesOf(sources: Sources): LineOf {
  const files = new Map<string, readonly string[]>();
  return (path, line) => {
    let lines = files.get(path);
    if (lines === undefined) {
      lines = splitLines(sources(path) ?? '');
      files.set(path, lines);
    }
    return lines[line - 1];
  };
}
