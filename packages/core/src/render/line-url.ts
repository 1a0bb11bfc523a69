import type { Place } from '../place.ts';
import { wellFormed } from './text.ts';

/** Where a place can be looked at in a browser. */
export type LineUrl = (place: Place) => string;

/** Files that GitHub shows rendered, where a line can be pointed at only with `?plain=1`. */
const RENDERED = /\.(?:md|mdx|markdown|rst|ipynb|adoc|org|textile|csv|tsv)$/i;

/**
 * Links to lines of a file at a commit. `base` is the tree's address, as in
 * `https://github.com/OWNER/REPO/blob/SHA`.
 */
export const lineUrlBelow =
  (base: string): LineUrl =>
  ({ path, line, endLine, endColumn }) => {
    const parts = wellFormed(path).split('/').map(encodeURIComponent).join('/');
    // An end in column 1 is the start of the line behind the last.
    const last = endLine === undefined ? line : endColumn === 1 ? endLine - 1 : endLine;
    const lines = last > line ? `#L${line}-L${last}` : `#L${line}`;
    return `${base}/${parts}${RENDERED.test(path) ? '?plain=1' : ''}${lines}`;
  };
