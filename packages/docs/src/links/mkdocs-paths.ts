import type { Document } from '../document.ts';
import { folderOf } from '../graph/paths.ts';
import type { MkdocsProject } from './mkdocs-site.ts';

const byPath = new WeakMap<readonly Document[], ReadonlyMap<string, Document>>();

/** The project's documents by their paths. */
export function documentsOf({ documents }: MkdocsProject): ReadonlyMap<string, Document> {
  const made = byPath.get(documents) ?? new Map(documents.map((it) => [it.path, it]));
  byPath.set(documents, made);
  return made;
}

/** The path below the docs folder, empty for the folder itself; undefined outside of it. */
export function belowDocs({ docsFolder }: MkdocsProject, path: string): string | undefined {
  if (docsFolder === '' || path === docsFolder) return docsFolder === '' ? path : '';
  return path.startsWith(`${docsFolder}/`) ? path.slice(docsFolder.length + 1) : undefined;
}

/** The folder that relative addresses of the built page count from. */
export function builtFolder({ config }: MkdocsProject, { path }: Document): string {
  const isIndex = /(?:^|\/)(?:index|README)\.md$/u.test(path);
  return !config.useDirectoryUrls || isIndex ? folderOf(path) : path.replace(/\.md$/u, '');
}

/** Whether an address of the built site, as a path in the tree, leads to a page or a file. */
export const isBuilt = ({ tree, docsFolder }: MkdocsProject, path: string): boolean =>
  (tree.hasFile(path) && !path.endsWith('.md')) ||
  path === docsFolder ||
  [`${path}.md`, `${path}/index.md`, `${path}/README.md`, path.replace(/\.html$/u, '.md')].some(
    (it) => it !== path && tree.hasFile(it),
  );
