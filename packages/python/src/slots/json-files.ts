import { normalizedName } from '../names.ts';
import { slotAt } from './make.ts';
import type { Slot, SlotFinder, TextFile } from './types.ts';

/** Files and their keys at the top that hold the version of what they describe. */
const FILES: {
  readonly [path: string]: { readonly keys: readonly string[]; readonly named: boolean };
} = {
  'codemeta.json': { keys: ['version', 'softwareVersion'], named: false },
  '.zenodo.json': { keys: ['version'], named: false },
  // These often belong to the tools of the documentation: only one of this project's name counts.
  'package.json': { keys: ['version'], named: true },
};

/** `version` of codemeta.json, .zenodo.json, and of a package.json that bears this project's name. */
export const jsonSlots: SlotFinder = {
  kind: 'json',
  wants: ({ inside }) => Object.hasOwn(FILES, inside),
  *find(file, { name }): Iterable<Slot> {
    const { keys, named } = FILES[file.inside] ?? { keys: [], named: false };
    const strings = topStrings(file);
    const own = strings.get('name')?.text;
    if (named && (own === undefined || normalizedName(own.replace(/^@[^/]*\//, '')) !== name))
      return;
    for (const key of keys) {
      const found = strings.get(key);
      if (found === undefined || found.text === '') continue;
      const made = {
        kind: 'json',
        policy: 'released',
        sure: true,
        what: `\`${key}\` of ${file.path}`,
      } as const;
      const spelling = named ? ({ type: 'semver', prefix: '' } as const) : undefined;
      yield slotAt(file, found.start, found.start + found.text.length, made, spelling);
    }
  },
};

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]/g;

/** The texts without escapes that stand under keys of the outermost object, each with the offset of its first character. */
export function topStrings({
  text,
}: Pick<TextFile, 'text'>): ReadonlyMap<string, { readonly text: string; readonly start: number }> {
  const found = new Map<string, { readonly text: string; readonly start: number }>();
  let depth = 0;
  let key = '';
  let before = '';
  let last = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (token === ':' && depth === 1) key = last;
    else if (
      token.startsWith('"') &&
      depth === 1 &&
      before === ':' &&
      !token.includes('\\') &&
      !found.has(key)
    )
      found.set(key, { text: token.slice(1, -1), start: index + 1 });
    before = token;
    if (token.startsWith('"')) last = token.slice(1, -1);
  }
  return found;
}
