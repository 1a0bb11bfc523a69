import { lineIndex, type LineIndex } from '@pymaint/core';
import { normalizedName, fileName } from '../names.ts';
import type { Project } from '../project/types.ts';
import { folderOf, joinPath, projectFiles, type SourceTree } from '../source-tree.ts';
import { configuredPlaces } from './configured-places.ts';
import type { FilePath, Repository, SlotScope, TextFile } from './types.ts';

/** Folders that hold other people's code, or text that is not about this project. */
const FOREIGN =
  /(^|\/)(_?vendor(ed)?|_?vendored|extern(al)?s?|third[-_]?party|node_modules|\.git|\.tox|\.venv|venv|site-packages|[^/]*\.egg-info|testing\/data|_?tests?|testdata|fixtures?|examples?|locales?|_templates|_themes?|_static)\//i;

/** Files larger than this are data, and are not searched. */
const LARGEST = 2_000_000;

/** What the finders know of the project. Only the configuration of bumping tools is read. */
export const slotScope = (tree: SourceTree, project: Project): SlotScope => ({
  tree,
  project,
  name: project.name.known ? normalizedName(project.name.value) : '',
  repositories: repositoriesOf(project),
  packages: packagesOf(new Set(tree.list()), project),
  configured: configuredPlaces(projectFiles(tree, project.folder), project),
  releasePlease: tree
    .list()
    .some((path) => /^\.?release-please-(config|manifest)\.json$/.test(path)),
});

/** The project's own files: what is vendored, tests, examples, and other projects' folders below it are left out. */
export function ownFiles({ tree, project, packages, configured }: SlotScope): readonly FilePath[] {
  const { folder } = project;
  const holders = new Set([
    project.version.known ? project.version.place.path : project.versionSource.path,
    project.versionSource.path,
  ]);
  const paths = tree.list();
  const nested = nestedProjects(paths, project, packages);
  return paths.flatMap((path): readonly FilePath[] => {
    const inside = path.slice(folder === '' ? 0 : folder.length + 1);
    if (configured.has(path)) return [{ path, inside, role: roleOf(path, inside, packages) }];
    const own =
      (folder === '' || path.startsWith(`${folder}/`)) &&
      // `build` is what a build leaves at the top; elsewhere it may be anything, such as a folder of documents.
      !/^(build|dist)\//.test(inside) &&
      !FOREIGN.test(inside) &&
      !isBelow(path, nested);
    if (own) return [{ path, inside, role: roleOf(path, inside, packages) }];
    return holders.has(path) ? [{ path, inside, role: 'other' }] : [];
  });
}

/** A file for the finders, or undefined where it is not text, or data. */
export function textFile(tree: SourceTree, file: FilePath): TextFile | undefined {
  const text = tree.read(file.path);
  if (text === undefined || text.length > LARGEST) return undefined;
  let index: LineIndex | undefined;
  return { ...file, text, lines: () => (index ??= lineIndex(file.path, text)) };
}

/** Folders with a project of their own: slots belong to the nearest one. */
function nestedProjects(
  paths: readonly string[],
  { folder, version, versionSource }: Project,
  packages: readonly string[],
): ReadonlySet<string> {
  const own = [...packages, versionSource.path ?? '', version.known ? version.place.path : ''];
  return new Set(
    paths
      .filter((path) => /(^|\/)(pyproject\.toml|setup\.py)$/.test(path))
      .map(folderOf)
      .filter(
        (nested) =>
          nested !== folder &&
          !/(^|\/)docs?$/.test(nested) &&
          !own.some((path) => path === nested || path.startsWith(`${nested}/`)),
      ),
  );
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let at = folderOf(path); at !== ''; at = folderOf(at)) if (folders.has(at)) return true;
  return false;
}

function roleOf(path: string, inside: string, packages: readonly string[]): FilePath['role'] {
  if (isDocument(inside)) return 'document';
  const source =
    path.endsWith('.py') &&
    packages.some((folder) => path.startsWith(`${folder}/`) || path === `${folder}.py`);
  return source ? 'source' : 'other';
}

function isDocument(inside: string): boolean {
  if (!/\.(rst|md|markdown|txt|inc)$/i.test(inside)) return false;
  // Text files elsewhere are licences, requirements and data.
  return !inside.includes('/')
    ? !/^(requirements|licen[cs]e|authors|copying|pkg-info|manifest)/i.test(inside)
    : /^(docs?|documentation|\.github|src\/[^/]+\/docs?)\//i.test(inside) &&
        !/requirements[^/]*\.txt$/i.test(inside);
}

/** The project's own repositories: the forge addresses among its URLs that are named most like it. */
export function repositoriesOf({ urls }: Project): readonly Repository[] {
  if (!urls.known) return [];
  const found = new Map<string, Repository>();
  for (const [label, { text }] of urls.value) {
    if (/sponsor|fund|donat|chat|discord|twitter|mastodon/i.test(label)) continue;
    const match =
      /^(?:git\+)?https?:\/\/(github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\/([\w.-]+\/[\w.-]+?)(?:\.git)?(?:[/#?]|$)/i.exec(
        text,
      );
    const [, host, path] = match ?? [];
    if (host !== undefined && path !== undefined)
      found.set(`${host}/${path}`.toLowerCase(), {
        host: host.toLowerCase(),
        path: path.toLowerCase(),
      });
  }
  return [...found.values()];
}

/** The import packages whose names the project's configuration or its name gives. */
function packagesOf(paths: ReadonlySet<string>, project: Project): readonly string[] {
  const names = project.name.known ? [fileName(project.name.value), project.name.value] : [];
  const found = names.flatMap((name) => {
    const base = name.replaceAll('.', '/');
    return (
      ['src', '', 'lib', 'python']
        .flatMap((folder) => [`${base}.py`, `${base}/__init__.py`].map((end) => [folder, end]))
        .map((parts) => joinPath(project.folder, ...parts) ?? '')
        .find((path) => paths.has(path)) ?? []
    );
  });
  const holder = project.versionSource.path;
  if (holder?.endsWith('.py') === true && folderOf(holder) !== project.folder)
    found.push(`${folderOf(holder)}/__init__.py`);
  const folders = found.map((path) =>
    path.endsWith('/__init__.py') ? folderOf(path) : path.replace(/\.py$/, ''),
  );
  return [...new Set(folders)].filter((folder) => folder !== '');
}
