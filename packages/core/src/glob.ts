/** One part of a glob: a character as written, or a wildcard. */
type Token = { readonly kind: 'one' | 'star' | 'deep' | 'parts' } | { readonly is: string };

/**
 * Matches a path against a glob: `*` within one part, `**` across parts, `**` with a slash behind it any number
 * of whole parts, `?` one character. Nothing else is special, so that a path can be written as it is. All ways
 * to match are followed side by side, so the time is at most that of the path's length times the glob's.
 */
export function matchesGlob(glob: string, path: string): boolean {
  if (!WILD.test(glob)) return glob === path;
  const tail = glob.startsWith('**/') ? glob.slice(3) : '';
  if (tail !== '' && !WILD.test(tail))
    return (
      path.endsWith(tail) && (path.length === tail.length || path.at(-tail.length - 1) === '/')
    );
  if (!path.startsWith(glob.slice(0, glob.search(WILD))) || !path.endsWith(tailOf(glob)))
    return false;
  const tokens = tokensOf(glob);
  let at = skipWildcards(new Set([0]), tokens);
  // Tokens `parts` of which a part has begun and not yet ended with its slash.
  let inside = new Set<number>();
  for (const character of path) {
    const nextAt = new Set<number>();
    const nextInside = new Set<number>();
    for (const index of at) step(tokens[index], index, character, nextAt, nextInside);
    for (const index of inside) (character === '/' ? nextAt : nextInside).add(index);
    at = skipWildcards(nextAt, tokens);
    inside = nextInside;
    if (at.size === 0 && inside.size === 0) return false;
  }
  return at.has(tokens.length);
}

const WILD = /[*?]/;

/** What stands behind the last wildcard, and so at the end of whatever matches. */
function tailOf(glob: string): string {
  const last = Math.max(glob.lastIndexOf('*'), glob.lastIndexOf('?'));
  // A slash may belong to the wildcard.
  return glob.slice(last + (glob.charAt(last + 1) === '/' ? 2 : 1));
}

function tokensOf(glob: string): readonly Token[] {
  const parts = glob.match(/\*\*\/|\*\*|\*|[^*]/gsu) ?? [];
  return parts.map((part): Token => {
    if (part === '**/') return { kind: 'parts' };
    if (part === '**') return { kind: 'deep' };
    if (part === '*') return { kind: 'star' };
    return part === '?' ? { kind: 'one' } : { is: part };
  });
}

/** Where one character leads from one token. */
function step(
  token: Token | undefined,
  index: number,
  character: string,
  at: Set<number>,
  inside: Set<number>,
): void {
  if (token === undefined) return;
  if ('is' in token) {
    if (token.is === character) at.add(index + 1);
  } else if (token.kind === 'parts') (character === '/' ? at : inside).add(index);
  else if (token.kind === 'deep') at.add(index);
  else if (character !== '/') at.add(token.kind === 'one' ? index + 1 : index);
}

/** Adds the tokens behind wildcards that may match nothing. */
function skipWildcards(at: Set<number>, tokens: readonly Token[]): Set<number> {
  // A set is walked in the order of adding, those added on the way too.
  for (const index of at) {
    const token = tokens[index];
    if (token !== undefined && 'kind' in token && token.kind !== 'one') at.add(index + 1);
  }
  return at;
}
