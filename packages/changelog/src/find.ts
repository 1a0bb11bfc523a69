import { readReleaseFolder, versionOfFile } from './folder.ts';
import type { Changelog } from './model.ts';
import { readChangelog, type ReadOptions } from './read.ts';
import { canonicalVersion, compareCanonical } from './version.ts';

/** The project's files, as far as a changelog is looked for among them. */
export interface Tree {
  /** Every file, relative to the project's folder, with `/` between its parts. */
  readonly paths: readonly string[];
  /** A file's text, or undefined where it cannot be read. */
  readonly read: (path: string) => string | undefined;
}

/** What the project says of its changelog. */
export interface FindOptions extends ReadOptions {
  /** Paths that the project names itself, first choice first: towncrier's `filename`, scriv's `changelog`. */
  readonly declared?: readonly string[];
  /** `[project.urls]`; an address of a file in this repository names it. */
  readonly urls?: { readonly [label: string]: string };
  /** The version that is looked for: of several changelogs the one that holds it counts. */
  readonly version?: string | undefined;
}

/** The changelog that was found. */
export interface Found {
  /** A file, or the folder where each release has a file of its own. */
  readonly path: string;
  readonly changelog: Changelog;
  /** Files that only point at it, in the order in which they were followed. */
  readonly pointers: readonly string[];
  /** Other files that hold releases. */
  readonly others: readonly string[];
}

/** Names in the order of how surely they are a changelog. */
const NAME =
  /^(change[-_ ]?logs?|changes|history|news|release[-_ ]?notes?|releases?|version[-_ ]?history|what[-_']?s[-_ ]?new)(?:\.(?:md|markdown|rst|txt))?$/i;
const FOLDER =
  /^(?:doc|docs|documentation|doc\/source|docs\/source|doc\/build|docs\/src|docs\/en|doc\/en)$/i;
/** Folders that hold other projects, examples or built copies. */
const FOREIGN =
  /(?:^|\/)(?:tests?|testing|_?vendor(?:ed)?|third[-_]?party|node_modules|examples?|templates?|_sources|site-packages|\.[^/]+)\//i;

/**
 * The changelog of a project without any configuration: the files it declares, the usual names at the root and in
 * docs folders, pointer files followed. Of several the one that reaches the newest version counts, so that a file which
 * was given up is not taken for it. Undefined where no file holds a release.
 */
export function findChangelog(tree: Tree, options: FindOptions = {}): Found | undefined {
  const { read, pointers } = readFiles(tree, options);
  const folders = releaseFolders(tree.paths).map((folder) => readFolder(tree, folder, options));
  const held = [...read, ...folders].filter(({ releases }) => releases.length > 0);
  const wanted = options.version === undefined ? undefined : canonicalVersion(options.version);
  const ranked = held.map((changelog) => ({
    changelog,
    holds: Number(holds(changelog, wanted)),
    newest: newestVersion(changelog),
  }));
  const [best, ...others] = ranked.toSorted(
    (a, b) => b.holds - a.holds || compareCanonical(b.newest, a.newest),
  );
  if (best === undefined) return undefined;
  const { changelog } = best;
  return {
    path: changelog.path,
    changelog,
    pointers,
    others: others.map((it) => it.changelog.path),
  };
}

function readFiles(
  tree: Tree,
  options: FindOptions,
): { readonly read: readonly Changelog[]; readonly pointers: readonly string[] } {
  const paths = new Set(tree.paths);
  const pointers: string[] = [];
  const read = new Map<string, Changelog>();
  const queue = [
    ...new Set([...declaredPaths(paths, options), ...namedPaths(tree.paths, options)]),
  ];
  for (let i = 0; i < queue.length && i < MOST; i += 1) {
    const path = queue[i] ?? '';
    const text = tree.read(path);
    if (text === undefined || read.has(path)) continue;
    const changelog = readChangelog(path, text, options);
    read.set(path, changelog);
    const target = pointerTarget(path, text, changelog, paths);
    if (target === undefined) continue;
    pointers.push(path);
    if (!queue.includes(target)) queue.push(target);
  }
  return { read: [...read.values()], pointers };
}

const holds = ({ releases }: Changelog, wanted: string | undefined): boolean =>
  wanted !== undefined &&
  releases.some(({ version }) => version && compareCanonical(version.canonical, wanted) === 0);

/** The folders of release notes: several files there are named by a version. */
function releaseFolders(paths: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!RELEASE_FOLDER.test(folder) || FOREIGN.test(path)) continue;
    if (versionOfFile(path) !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  // Beside release notes, a folder of changelogs lists commits and contributors (NumPy).
  const asNotes = (folder: string): number => Number(/releases?|notes/i.test(folder));
  return [...counts]
    .filter(([, count]) => count > 2)
    .map(([folder]) => folder)
    .toSorted((a, b) => asNotes(b) - asNotes(a));
}

const RELEASE_FOLDER =
  /(?:^|\/)(?:releases?|release[-_]?notes|releasenotes|changes|change[-_]?logs?|what[-_']?s[-_]?new|history|news|notes)$/i;

function readFolder(tree: Tree, folder: string, options: FindOptions): Changelog {
  const files = tree.paths.flatMap((path) => {
    const inside = path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/');
    const text = inside && versionOfFile(path) !== undefined ? tree.read(path) : undefined;
    return text === undefined ? [] : [{ path, text }];
  });
  return readReleaseFolder(folder, files, options);
}

/** How many files are read at most: a repository can hold thousands of that name. */
const MOST = 24;

function declaredPaths(paths: ReadonlySet<string>, options: FindOptions): readonly string[] {
  const urls = Object.entries(options.urls ?? {})
    .filter(([label]) => /change|history|news|release|what/i.test(label))
    .map(([, url]) => url);
  const inUrls = urls.flatMap((url) => {
    const tail = /\/(?:blob|tree|raw|-\/blob)\/[^/]+\/([^#?]+)/.exec(url)?.[1];
    return tail === undefined ? [] : [decoded(tail)];
  });
  return [...(options.declared ?? []), ...inUrls].filter((path) => paths.has(path));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function namedPaths(paths: readonly string[], { projectName }: FindOptions): readonly string[] {
  return paths
    .map((path) => ({ path, rank: rankOf(path, projectName) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || (a.path < b.path ? -1 : 1))
    .map(({ path }) => path);
}

/** Larger is likelier; 0 is none. */
function rankOf(path: string, projectName: string | undefined): number {
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  const name = path.slice(cut + 1);
  if (FOREIGN.test(path)) return 0;
  const own =
    projectName !== undefined &&
    name.replace(/\.\w+$/, '').toLowerCase() === projectName.toLowerCase();
  if (own && /(?:^|\/)(?:history|changes|changelogs?|news)$/i.test(folder)) return 3;
  if (/^changelog_\d+\.rst$/.test(name)) return /^docs?\//.test(folder) ? 2 : 0;
  if (!NAME.test(name)) return 0;
  if (folder === '') return 5;
  if (FOLDER.test(folder)) return 4;
  return /^docs?\//i.test(folder) ? 2 : 0;
}

/** A file of a few lines without a release of its own that names another file of the project. */
function pointerTarget(
  path: string,
  text: string,
  changelog: Changelog,
  paths: ReadonlySet<string>,
): string | undefined {
  if (changelog.releases.length > 2 || text.length > 6000) return undefined;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  for (const match of text.matchAll(/[\w./-]{1,200}\.(?:rst|md|txt)\b/g)) {
    for (const target of [normalise(folder + match[0]), normalise(match[0])])
      if (target !== path && paths.has(target)) return target;
  }
  return undefined;
}

/** `docs/../CHANGES.rst` → `CHANGES.rst`. */
function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** A changelog without versions comes before none. */
const newestVersion = ({ releases }: Changelog): string =>
  releases
    .map(({ version }) => version?.canonical ?? '0')
    .reduce((best, it) => (compareCanonical(it, best) > 0 ? it : best), '0');
