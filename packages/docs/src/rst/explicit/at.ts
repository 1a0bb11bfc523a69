import type { Reader } from '../reader.ts';
import type { Source } from '../source.ts';

/** An explicit markup block that may start here: `after` is what stands behind the `..` or `__` of its first line. */
export interface ExplicitAt {
  readonly reader: Reader;
  readonly source: Source;
  readonly line: number;
  readonly after: number;
  /** The line behind the last that it may take. */
  readonly end: number;
}
