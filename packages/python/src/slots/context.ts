import { normalizedName, fileName } from '../names.ts';
import { findModule } from '../project/attribute.ts';
import type { Project } from '../project/types.ts';
import { folderOf, projectFiles, type SourceTree } from '../source-tree.ts';
import type { Repository, SlotContext, TextFile } from './types.ts';

/** Folders that hold other people's code, or text that is not about this project. */
const FOREIGN =
  /(^|\/)(_?vendor(ed)?|_?vendored|extern(al)?s?|third[-_]?party|node_modules|\.git|\.tox|\.venv|venv|site-packages|[^/]*\.egg-info|testing\/data|_?tests?|testdata|fixtures?|examples?|locales?|_templates|_themes?|_static)\//i;

/** Files larger than this are data, and are not searched. */
const LARGEST = 2_000_000;

/** Collects what the slot finders look at. Reads each file once. */
export function slotContext(tree: SourceTree, project: Project): SlotContext {
  const own = tree.list().filter((path) => isOwn(path, project.folder));
  const packages = packagesOf(tree, project);
  const read = (paths: readonly string[]): readonly TextFile[] =>
    paths.flatMap((path) => {
      const text = tree.read(path);
      return text === undefined || text.length > LARGEST ? [] : [{ path, text }];
    });
  return {
    tree,
    project,
    name: project.name.known ? normalizedName(project.name.value) : '',
    repositories: repositoriesOf(project),
    packages,
    paths: own,
    documents: read(own.filter((path) => isDocument(path, project.folder))),
    sources: read(
      own.filter(
        (path) =>
          path.endsWith('.py') &&
          packages.some((folder) => path.startsWith(`${folder}/`) || path === `${folder}.py`),
      ),
    ),
  };
}

function isOwn(path: string, folder: string): boolean {
  if (folder !== '' && !path.startsWith(`${folder}/`)) return false;
  const inside = path.slice(folder === '' ? 0 : folder.length + 1);
  // `build` is what a build leaves at the top; elsewhere it may be anything, such as a folder of documents.
  return !/^(build|dist)\//.test(inside) && !FOREIGN.test(inside);
}

function isDocument(path: string, folder: string): boolean {
  if (!/\.(rst|md|markdown|txt|inc)$/i.test(path)) return false;
  const inside = path.slice(folder === '' ? 0 : folder.length + 1);
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
function packagesOf(tree: SourceTree, project: Project): readonly string[] {
  const files = projectFiles(tree, project.folder);
  const names = new Set<string>();
  if (project.name.known) names.add(fileName(project.name.value)).add(project.name.value);
  const holder = project.versionSource.path;
  const found = [...names].flatMap((name) => {
    const path = findModule(files, name, ['src', '', 'lib', 'python']);
    return path === undefined ? [] : [files.at(path)];
  });
  if (holder?.endsWith('.py') === true && folderOf(holder) !== project.folder)
    found.push(`${folderOf(holder)}/__init__.py`);
  const folders = found.map((path) =>
    path.endsWith('/__init__.py') ? folderOf(path) : path.replace(/\.py$/, ''),
  );
  return [...new Set(folders)].filter((folder) => folder !== '');
}
