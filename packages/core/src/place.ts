/**
 * Where something stands in a file: lines and columns count from 1, columns in UTF-16 code units,
 * and the end is exclusive. These are the rules of SARIF 2.1.0 (`columnKind: utf16CodeUnits`).
 */
export interface Place {
  /** Relative to the project's folder, with `/` between its parts. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A place that covers some text, from its first character to just behind its last. */
export interface Range extends Place {
  readonly endLine: number;
  readonly endColumn: number;
}

/** The start of a file, for what is true of the file as a whole. */
export const fileStart = (path: string): Place => ({ path, line: 1, column: 1 });

/** `path:line:column`, the form that terminals and editors turn into a link. */
export const formatPlace = (place: Place): string => `${place.path}:${place.line}:${place.column}`;

/** Orders places by path, then line, then column. */
export const comparePlaces = (a: Place, b: Place): number =>
  compareText(a.path, b.path) || a.line - b.line || a.column - b.column;

/** Orders texts by their UTF-16 code units: the same on every machine, whatever its locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
