/** An address without a host: a path, an anchor or both, percent-decoded. */
export interface LocalAddress {
  /** As written up to the `?` or `#`, decoded; empty for the document itself. A leading `/` is kept. */
  readonly path: string;
  /** Behind the `#`, decoded; absent without one. */
  readonly anchor?: string;
  /** How many characters of the written address the path takes. */
  readonly pathLength: number;
}

/**
 * Takes an address apart (RFC 3986), or undefined where it leads elsewhere (a scheme, `//host`) or is no address
 * yet: a template, a pattern, or one of the words that stand for an address in examples.
 */
export function localAddress(url: string): LocalAddress | undefined {
  if (ELSEWHERE.test(url) || NO_ADDRESS.test(url) || PLACEHOLDERS.has(url)) return undefined;
  const hash = url.indexOf('#');
  const before = hash < 0 ? url : url.slice(0, hash);
  const query = before.indexOf('?');
  const path = query < 0 ? before : before.slice(0, query);
  if (path === '' && hash < 0) return undefined;
  return {
    path: decoded(path),
    ...(hash < 0 ? {} : { anchor: decoded(url.slice(hash + 1)) }),
    pathLength: path.length,
  };
}

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i;
// Templates, patterns and other text that is no path of a file.
const NO_ADDRESS = /[{}<>|*"`\\\n]|\$\w|%[A-Z_]+%|\.\.\.|…/;
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  'url URL link LINK href src path target address text destination page file filename image'.split(
    ' ',
  ),
);

/** `decodeURIComponent`, or the text itself where it holds something else behind a `%`. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path written so that it is an address again: blanks and the characters that end one are encoded. */
export const encoded = (path: string): string =>
  path.replace(/[ %?#()<>"]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Puts a relative path behind a folder and takes `.` and `..` out; undefined where it leaves the top. A trailing
 * slash is dropped.
 */
export function pathFrom(folder: string, path: string): string | undefined {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The way from a folder to a path, both relative to the same top: `../a/b.md`. */
export function pathBetween(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}
