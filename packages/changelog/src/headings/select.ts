import { categoryOf } from '../categories.ts';
import type { Candidate } from './candidates.ts';
import type { ProjectName } from './grammar.ts';

/** Which headings head releases. */
export interface Selection {
  /** In file order. */
  readonly releases: readonly Candidate[];
  /** The level at which releases stand; undefined where there are none. */
  readonly level: number | undefined;
  /** Headings of that level which belong to the release before them. */
  readonly parts: ReadonlySet<Candidate>;
}

/**
 * Tells the headings of releases from all others. The level at which most versions stand is the releases' level;
 * other levels hold a release only where the heading leaves no doubt: a shallower one that groups nothing, a deeper
 * one with a date of its own or below the bare heading of its series (`### 27.3.0` at once below `## 27`). A heading with a foreign name before its version (`poetry-core 2.4.0`) is another
 * project's, unless most headings of that level carry the same name.
 */
export function selectReleases(all: readonly Candidate[], project: ProjectName): Selection {
  const level = mainLevel(all);
  const parts = new Set<Candidate>();
  if (level === undefined) return { releases: [], level, parts };
  const prefix = commonPrefix(all, level);
  const owned = (it: Candidate): boolean =>
    it.reading !== undefined && (it.reading.prefix === '' || it.reading.prefix === prefix);
  const firstAtLevel = all.findIndex(
    (it) => it.block.level === level && isVersioned(it) && owned(it),
  );
  const inSeries = releasesInSeries(all, level);
  const releases: Candidate[] = [];
  const seen = new Set<string>();
  let parent: Candidate | undefined;
  all.forEach((it, index) => {
    const atHead = index < firstAtLevel || firstAtLevel < 0;
    const component = it.block.level === level && isComponent(it, project);
    const accepted = component
      ? !seen.has(canonicalOf(it))
      : inSeries.has(it) || (owned(it) && accept(all, index, level, parent, atHead));
    if (accepted) releases.push(it);
    else if (component || (parent !== undefined && isSectionTitle(it))) parts.add(it);
    if (accepted) seen.add(canonicalOf(it));
    if (it.block.level <= level && !parts.has(it)) parent = accepted ? it : undefined;
  });
  return { releases, level, parts };
}

const canonicalOf = ({ reading }: Candidate): string => reading?.version?.canonical ?? '';

/** `Twisted Core 17.1.0`, `Twisted Web 17.1.0`: one release of the project, told by its parts. */
function isComponent({ reading }: Candidate, project: ProjectName): boolean {
  if (reading?.version === undefined || reading.date === undefined) return false;
  return [...project].some((name) => reading.prefix.startsWith(`${name}-`));
}

/** `## Fixed` beside `## 1.2.0`: a section that was given the level of a release. */
const isSectionTitle = ({ plain }: Candidate): boolean =>
  /^\W*[A-Za-z]+(?: [A-Za-z]+)?\W*$/.test(plain.text) &&
  !/history|older|previous|earlier|archive/i.test(plain.text) &&
  categoryOf(plain.text) !== undefined;

function accept(
  all: readonly Candidate[],
  index: number,
  level: number,
  parent: Candidate | undefined,
  atHead: boolean,
): boolean {
  const it = all[index];
  const reading = it?.reading;
  if (it === undefined || reading === undefined) return false;
  if (reading.version === undefined)
    return reading.certain
      ? it.block.level <= level || isAlone(all, it)
      : atHead && it.block.level === level;
  if (it.block.level === level) return !headsSeries(all, index);
  if (reading.tail !== '' || reading.prefix !== '') return false;
  if (it.block.level < level) return isPseudo(level) ? false : !groups(all, index, level);
  if (isPseudo(it.block.level)) return false;
  const own = reading.date?.form === 'day';
  return own && parent?.reading?.version?.canonical !== reading.version.canonical;
}

/** A level that the markup does not know as one: bold lines, list items, plain lines. */
const isPseudo = (level: number): boolean => level >= 50;

const isAlone = (all: readonly Candidate[], it: Candidate): boolean =>
  all.every((other) => other === it || other.block.level !== it.block.level);

/** True where a shallower heading without a date only gathers the releases of its series below it. */
function groups(all: readonly Candidate[], index: number, level: number): boolean {
  const it = all[index];
  const next = all[index + 1];
  if (it?.reading?.date !== undefined) return false;
  return next !== undefined && next.block.level === level && isVersioned(next);
}

/** `## 27` without a date or a word before `### 27.3.0`: it gathers the releases of a series, and is none. */
function headsSeries(all: readonly Candidate[], index: number): boolean {
  const it = all[index];
  const next = all[index + 1];
  if (it === undefined || next === undefined || it.reading?.date !== undefined) return false;
  const atOnce = next.at === it.at + 1 && next.block.level > it.block.level;
  return atOnce && isOfSeries(next, it);
}

/** The headings of releases which stand below the bare heading of their series. */
function releasesInSeries(all: readonly Candidate[], level: number): ReadonlySet<Candidate> {
  const found = new Set<Candidate>();
  let series: Candidate | undefined;
  all.forEach((it, index) => {
    if (it.block.level <= level) series = headsSeries(all, index) ? it : undefined;
    else if (series !== undefined && isOfSeries(it, series)) found.add(it);
  });
  return found;
}

function isOfSeries({ block, reading }: Candidate, series: Candidate): boolean {
  if (isPseudo(block.level)) return false;
  const own =
    reading?.tail === '' && reading.prefix === '' ? reading.version?.canonical : undefined;
  const head = series.reading?.version?.canonical;
  return own !== undefined && head !== undefined && own.startsWith(`${head}.`);
}

const isVersioned = (it: Candidate): boolean => it.reading?.version !== undefined;

/** The level with most versions, the shallower of two with as many; without any, that of an unreleased part. */
function mainLevel(all: readonly Candidate[]): number | undefined {
  const scores = new Map<number, Map<string, number>>();
  for (const { block, reading } of all) {
    if (reading?.version === undefined) continue;
    const sure = reading.tail === '' && (reading.prefix === '' || reading.date !== undefined);
    const names = scores.get(block.level) ?? new Map<string, number>();
    names.set(reading.prefix, (names.get(reading.prefix) ?? 0) + (sure ? 1 : 0.4));
    scores.set(block.level, names);
  }
  // Of foreign names only one can be the project's: `Python 3.13` and `LibTIFF 4` do not add up.
  const best = [...scores]
    .map(([level, names]) => {
      const foreign = [...names].filter(([name]) => name !== '').map(([, score]) => score);
      return { level, score: (names.get('') ?? 0) + Math.max(0, ...foreign) };
    })
    .toSorted((a, b) => b.score - a.score || a.level - b.level)[0];
  const open = all.find((it) => it.reading?.unreleased !== undefined && it.reading.certain);
  return best?.level ?? open?.block.level;
}

/** The name before the version in at least half of the versions of a level. */
function commonPrefix(all: readonly Candidate[], level: number): string {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { block, reading } of all) {
    if (block.level !== level || reading?.version === undefined) continue;
    total += 1;
    counts.set(reading.prefix, (counts.get(reading.prefix) ?? 0) + 1);
  }
  const [prefix = '', count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return count * 2 >= total ? prefix : '';
}
