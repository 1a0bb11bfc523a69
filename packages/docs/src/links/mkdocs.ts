import type { Finding } from '@pymaint/core';
import type { Document } from '../document.ts';
import { folderOf } from '../graph/paths.ts';
import { localAddress, type LocalAddress, pathBetween, pathFrom } from './address.ts';
import { type Address, addressesOf, isOfTag } from './addresses.ts';
import { checkDefinitions } from './definitions.ts';
import { mkdocsAnchor } from './mkdocs-anchors.ts';
import { checkNav, checkRedirects } from './mkdocs-nav.ts';
import { belowDocs, builtFolder, documentsOf, isBuilt } from './mkdocs-paths.ts';
import { isExcluded, type MkdocsProject, mkdocsDoubt } from './mkdocs-site.ts';
import { checkSnippets } from './mkdocs-snippets.ts';
import { type Fault, faultAt } from './report.ts';

/**
 * What of a MkDocs site leads nowhere: links, images and anchors as MkDocs resolves them (`structure/pages.py`, path
 * to a file beside the page), the nav, redirects, snippets, and references without definition. What a plugin or a hook
 * may make is a notice; macros and references of mkdocstrings are left alone.
 */
export function checkMkdocs(project: MkdocsProject): readonly Finding[] {
  const pages = project.documents.filter(({ path }) => isPage(project, path));
  return [
    ...checkNav(project),
    ...checkRedirects(project),
    ...pages.flatMap((page) => [
      ...linksOf(project, page),
      ...checkSnippets(project, page),
      ...undefinedIn(project, page),
    ]),
  ];
}

function isPage(project: MkdocsProject, path: string): boolean {
  const below = belowDocs(project, path);
  return below !== undefined && !isExcluded(project, below);
}

function linksOf(project: MkdocsProject, page: Document): readonly Finding[] {
  return addressesOf(page).flatMap((address) => {
    const local = localAddress(address.url);
    const fault = local === undefined ? undefined : judge(project, page, address, local);
    return local === undefined || fault === undefined ? [] : [faultAt(page, address, local, fault)];
  });
}

function judge(
  project: MkdocsProject,
  page: Document,
  address: Address,
  local: LocalAddress,
): Fault | undefined {
  const { tree, docsFolder } = project;
  if (local.path === '')
    return address.what === 'link' ? mkdocsAnchor(project, page, local.anchor ?? '') : undefined;
  const rooted = local.path.startsWith('/');
  if (rooted && project.config.validation.get('links.absolute_links') !== 'relative_to_docs')
    return undefined;
  const path = pathFrom(rooted ? docsFolder : folderOf(page.path), local.path);
  // Above the project's folder nothing is known.
  if (path === undefined || tree.isOpaque(path)) return undefined;
  if (isOfTag(page, address)) return judgeTag(project, page, address, local, path);
  const below = belowDocs(project, path);
  if (below === undefined) return outside(project, page, local, path);
  if (tree.hasFile(path)) {
    if (isExcluded(project, below) && path.endsWith('.md'))
      return { rule: 'missing-link', level: 'warning', expected: 'a page that is not excluded' };
    const target = documentsOf(project).get(path);
    return target === undefined || local.anchor === undefined
      ? undefined
      : mkdocsAnchor(project, target, local.anchor);
  }
  return missing(project, page, address, local, path);
}

/** The forge shows what stands beside the docs folder; the site holds none of it. */
function outside(
  project: MkdocsProject,
  page: Document,
  { path: written }: LocalAddress,
  path: string,
): Fault | undefined {
  const { tree } = project;
  const isFile = /\.\w+$/u.test(written);
  const isThere = tree.hasFile(path) || tree.hasFolder(path);
  // An address of another site beside this one has no suffix.
  if (!isThere && !isFile) return undefined;
  // Code may write it anew, and there is what it can lead to.
  if (isThere && mkdocsDoubt(project) !== undefined) return undefined;
  const near = isThere ? undefined : tree.near(path);
  return {
    rule: 'missing-link',
    level: isThere ? 'warning' : 'error',
    expected: 'a file of the docs folder, for the site holds no other',
    ...(near === undefined ? {} : { meant: pathBetween(folderOf(page.path), near) }),
    ...(isThere || tree.partial === undefined ? {} : { doubt: tree.partial }),
  };
}

/** HTML goes by the built page: `a/b.md` is `a/b/` where `use_directory_urls` is on. */
function judgeTag(
  project: MkdocsProject,
  page: Document,
  { what }: Address,
  { path: written }: LocalAddress,
  path: string,
): Fault | undefined {
  const { tree } = project;
  const built = pathFrom(builtFolder(project, page), written);
  if (built === undefined || [path, built].some((it) => isBuilt(project, it))) return undefined;
  const doubt = mkdocsDoubt(project);
  const isMarkdown = written.endsWith('.md') && tree.hasFile(path);
  if (isMarkdown && what === 'link')
    return {
      rule: 'missing-link',
      level: 'warning',
      expected: 'the address of the built page, for MkDocs leaves HTML as it is',
    };
  return {
    rule: 'missing-link',
    level: 'error',
    expected: 'a file of the site',
    ...(doubt === undefined ? {} : { doubt }),
  };
}

function missing(
  project: MkdocsProject,
  page: Document,
  { url }: Address,
  { path: written }: LocalAddress,
  path: string,
): Fault | undefined {
  const { tree, config } = project;
  const level = config.validation.get('links.not_found');
  if (level === 'ignore') return undefined;
  const write = (target: string): string => pathBetween(folderOf(page.path), target);
  const isFile = /\.\w+$/u.test(written);
  // What has no suffix is left as it is, and may be an address of the built site.
  if (!isFile) {
    const built = pathFrom(builtFolder(project, page), written);
    if (built === undefined || isBuilt(project, built) || belowDocs(project, built) === undefined)
      return undefined;
  }
  const fault: Fault = {
    rule: 'missing-link',
    level: 'error',
    expected: 'a file of the docs folder',
  };
  const bare = path.replace(/\.html$/u, '');
  const source = [`${bare}.md`, `${path}/index.md`, `${path}/README.md`].find((it) =>
    tree.hasFile(it),
  );
  const mail = url.includes('@') && !url.includes('/') ? `mailto:${url}` : undefined;
  const also = project.shownFrom?.(page) ?? [];
  if (also.some((folder) => tree.hasFile(pathFrom(folder, written) ?? '')))
    return {
      ...fault,
      level: 'warning',
      expected: 'a file of the docs folder; on the forge it is one',
    };
  const same = tree.sameButCase(path);
  if (same !== undefined && tree.hasFile(same))
    return {
      ...fault,
      expected: `\`${write(same)}\`, which differs in upper and lower case`,
      instead: write(same),
      safe: true,
    };
  const near = source ?? tree.near(path);
  const meant = mail ?? (near === undefined ? undefined : write(near));
  const doubt = mkdocsDoubt(project) ?? (tree.isIgnored(path) ? IGNORED : undefined);
  return {
    ...fault,
    lost: {
      paths: [path],
      write: (to) => (belowDocs(project, to) === undefined ? undefined : write(to)),
    },
    level: isFile && level !== 'info' ? 'error' : 'warning',
    ...(meant === undefined ? {} : { meant, instead: meant }),
    ...(source === undefined && doubt !== undefined ? { doubt } : {}),
  };
}

const IGNORED = 'git ignores it, so a step of the build may make it';

/** Plugins resolve `[text][name]` against objects and titles of the whole site. */
export const REFERENCE_PLUGINS =
  /^(?:mkdocstrings|autorefs|ezlinks|roamlinks|obsidian|wikilinks|bibtex)/;

function undefinedIn(project: MkdocsProject, page: Document): readonly Finding[] {
  const { config } = project;
  if (config.autoAppend.length > 0 || page.files.some(({ kind }) => kind === 'include')) return [];
  if (
    /\{[{%]/u.test(page.text) ||
    mkdocsDoubt({ ...project, tree: { ...project.tree, partial: undefined } }) !== undefined
  )
    return [];
  return checkDefinitions(page, {
    links: !config.plugins.some((name) => REFERENCE_PLUGINS.test(name)),
    footnotes: config.extensions.includes('footnotes'),
  });
}
