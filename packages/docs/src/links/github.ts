import type { Finding, Level } from '@pymaint/core';
import type { Document } from '../document.ts';
import { folderOf } from '../graph/paths.ts';
import { localAddress, type LocalAddress, pathBetween, pathFrom } from './address.ts';
import { type Address, addressesOf } from './addresses.ts';
import { githubAnchor } from './github-anchors.ts';
import { type Fault, faultAt } from './report.ts';
import type { FileTree } from './tree.ts';

/** A file that people read on the forge. */
export interface ForgePage {
  readonly document: Document;
  /** Folders that its text is shown from as well: a page includes it, or another file is the same text. */
  readonly alsoFrom: readonly string[];
  /** The level of what leads nowhere. */
  readonly level: Level;
}

/** The files that people read on the forge, in their repository. */
export interface ForgeProject {
  readonly tree: FileTree;
  readonly pages: readonly ForgePage[];
  /** Any document that was read, for its anchors. */
  readonly documentAt: (path: string) => Document | undefined;
  /** Whether the project's folder is the repository's: only then `/path` and the way up can be followed. */
  readonly isTop: boolean;
}

/**
 * Relative links, images and anchors as GitHub resolves them in a repository: from the file's folder, behind `/`
 * from the top, anchors by the ids of titles and of tags
 * (https://docs.github.com/get-started/writing-on-github, "relative links", "section links"). What leaves the
 * repository (`../../issues`) is a page of the forge, and not judged.
 */
export const checkForgeLinks = (project: ForgeProject): readonly Finding[] =>
  project.pages.flatMap((page) =>
    addressesOf(page.document).flatMap((address) => {
      const local = localAddress(address.url);
      if (local === undefined) return [];
      const fault = judge(project, page, address, local);
      return fault === undefined ? [] : [faultAt(page.document, address, local, fault)];
    }),
  );

function judge(
  project: ForgeProject,
  page: ForgePage,
  { what, url, span }: Address,
  local: LocalAddress,
): Fault | undefined {
  const { document } = page;
  if (local.path === '')
    return what === 'link' && !isOfContributors(document, span.start)
      ? githubAnchor(document, local.anchor ?? '', page.level)
      : undefined;
  const rooted = local.path.startsWith('/');
  if (rooted && !project.isTop) return undefined;
  const folder = rooted ? '' : folderOf(document.path);
  const path = pathFrom(folder, local.path);
  if (path === undefined || isThere(project.tree, path))
    return anchorThere(project, page, local, path);
  const raw = url.slice(0, local.pathLength);
  const others = [folder, ...page.alsoFrom].map((base) => pathFrom(base, raw));
  const also = page.alsoFrom.map((base) => pathFrom(base, local.path));
  if ([...others, ...also].some((it) => it === undefined || isThere(project.tree, it)))
    return undefined;
  // Who renders reStructuredText by other means than the forge links to what comes of it.
  if (document.format === 'rst' && project.tree.hasFile(path.replace(/\.html?$/, '.rst')))
    return undefined;
  return missing(project, page, what, local, path);
}

/** The table of all-contributors' bot, whose anchors lead nowhere by design (`#maintenance-name`). */
function isOfContributors({ text }: Document, at: number): boolean {
  const start = text.indexOf('<!-- ALL-CONTRIBUTORS-LIST:START');
  return start >= 0 && at > start && at < text.indexOf('<!-- ALL-CONTRIBUTORS-LIST:END', start);
}

const isThere = (tree: FileTree, path: string): boolean =>
  tree.hasFile(path) || tree.hasFolder(path) || tree.isOpaque(path);

function anchorThere(
  { documentAt }: ForgeProject,
  { level }: ForgePage,
  { anchor }: LocalAddress,
  path: string | undefined,
): Fault | undefined {
  const other = anchor === undefined || path === undefined ? undefined : documentAt(path);
  if (other === undefined || anchor === undefined) return undefined;
  return githubAnchor(other, anchor, level);
}

function missing(
  { tree }: ForgeProject,
  { document, level }: ForgePage,
  what: string,
  { path: written }: LocalAddress,
  path: string,
): Fault {
  const write = (target: string): string =>
    written.startsWith('/') ? `/${target}` : pathBetween(folderOf(document.path), target);
  const same = tree.sameButCase(path);
  const base: Fault = { rule: 'missing-link', level, expected: 'a file that exists' };
  if (same !== undefined)
    return {
      ...base,
      expected: `\`${write(same)}\`, which differs in upper and lower case`,
      instead: write(same),
      safe: true,
    };
  const doubt =
    tree.partial ??
    (tree.isIgnored(path) ? 'git ignores it, so a step of the build may make it' : undefined);
  const suffixed = what === 'link' ? suffixOf(tree, path) : undefined;
  const near = suffixed ?? tree.near(path);
  return {
    ...base,
    // An address of a website starts with `/` too, and has no suffix, or `.html`.
    level: written.startsWith('/') || suffixed !== undefined ? 'warning' : level,
    lost: { paths: [path], write },
    ...(near === undefined ? {} : { meant: write(near), instead: write(near) }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** The file behind an address without its suffix, or with the suffix of a website. */
function suffixOf(tree: FileTree, path: string): string | undefined {
  const bare = path.replace(/\.html?$/, '');
  return ['.md', '.rst', '/index.md', '/README.md']
    .map((suffix) => bare + suffix)
    .find((it) => tree.hasFile(it));
}
