import { parseVersion } from '../pep440.ts';
import { seriesOrText, slotAt } from './make.ts';
import type {
  FilePath,
  Repository,
  Slot,
  SlotFinder,
  SlotScope,
  Spelling,
  TextFile,
} from './types.ts';

/** A version as documents write it: digits and dots with PEP 440's or semver's tails, perhaps behind a `v`. */
export const VERSION = String.raw`v?\d+(?:\.\d+)+(?:[-.]?(?:a|b|rc|alpha|beta|post|dev)[-.]?\d*)*`;

/** A text as a part of a pattern that means its letters. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** The project's name as people write it: any of `-`, `_`, `.` between its words. */
export const namePattern = (name: string): string => name.split('-').map(escaped).join('[-_.]');

/** Any of these repositories as `host/owner/name`. */
export const repositoryPattern = (repositories: readonly Repository[]): string =>
  repositories.map(({ host, path }) => escaped(`${host}/${path}`)).join('|');

/** What a finder by pattern finds, and where. */
export interface Search {
  readonly kind: string;
  /** Default: documents. */
  readonly wants?: (file: FilePath, scope: SlotScope) => boolean;
  /** A word without which a file is not searched: looking for a word is much quicker. */
  readonly mark?: (scope: SlotScope) => string;
  /** Its first group is the version; undefined where there is nothing to look for in this project. */
  readonly pattern: (scope: SlotScope) => string | undefined;
  /** What the finds of one file are; `versions` are all that were found in it. */
  readonly made: (
    file: TextFile,
    versions: readonly string[],
  ) => Pick<Slot, 'policy' | 'sure' | 'what'>;
  /** How many numbers a version has at least, lest it name a series. Default 2. */
  readonly parts?: number;
  readonly spelling?: (written: string) => Spelling;
}

/** Patterns are made once for a project, not once for a file. */
const compiled = new WeakMap<SlotScope, Map<string, RegExp | undefined>>();

function patternOf({ kind, pattern }: Search, scope: SlotScope): RegExp | undefined {
  const known = compiled.get(scope) ?? new Map<string, RegExp | undefined>();
  compiled.set(scope, known);
  if (!known.has(kind)) {
    const source = pattern(scope);
    known.set(kind, source === undefined ? undefined : new RegExp(source, 'gdim'));
  }
  return known.get(kind);
}

/** A finder that searches files with one pattern. */
export const searching = (search: Search): SlotFinder => ({
  kind: search.kind,
  wants: search.wants ?? (({ role }) => role === 'document'),
  *find(file, scope): Iterable<Slot> {
    const { kind, made, mark, parts = 2, spelling } = search;
    if (mark !== undefined && !file.text.includes(mark(scope))) return;
    const pattern = patternOf(search, scope);
    if (pattern === undefined) return;
    const spans = [...file.text.matchAll(pattern)]
      .flatMap((match) => (match.indices?.[1] === undefined ? [] : [match.indices[1]]))
      .filter(([start, end]) => parseVersion(file.text.slice(start, end)) !== undefined);
    const versions = spans.map(([start, end]) => file.text.slice(start, end));
    for (const [position, [start, end]] of spans.entries()) {
      const written = versions[position] ?? '';
      const how = spelling?.(written) ?? seriesOrText(written, parts);
      yield slotAt(file, start, end, { kind, ...made(file, versions) }, how);
    }
  },
});
