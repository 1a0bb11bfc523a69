import type { Finding } from '@pymaint/core';
import { type Document, normalName } from '../document.ts';
import { doubtOf, generatorOf, inInventories } from '../graph/certainty.ts';
import type { Labels } from '../graph/labels.ts';
import { folderOf, joinPath } from '../graph/paths.ts';
import { nitpickIgnore } from '../graph/nitpick.ts';
import { fileOfPage, type Page, type Site, suffixesOf } from '../graph/project.ts';
import { settingOr } from '../sphinx/conf.ts';
import { decoded, localAddress, type LocalAddress, pathBetween } from './address.ts';
import { addressesOf, isOfTag } from './addresses.ts';
import { isObject, judgeAnchor, judgeInPage } from './myst-anchors.ts';
import { type Fault, faultAt } from './report.ts';

/**
 * Links of Markdown pages as MyST-Parser resolves them within Sphinx (`render_link_unknown`, `myst_refs.py`): a file
 * beside the page, a document with or without its suffix, a label, an object; `#anchor` in the page, then in the
 * project; `project:` and `path:`. What an inventory or an extension may hold is a notice.
 */
export function checkMystLinks(site: Site, labels: Labels): readonly Finding[] {
  const silenced = settingOr(site.project.conf.suppressWarnings, []);
  if (silenced.includes('myst') || silenced.includes('myst.xref_missing')) return [];
  return [...site.pages.values()].flatMap((page) =>
    page.document.format === 'myst' || page.document.format === 'notebook'
      ? page.parts
          .filter(({ document, partial }) => !partial && document.format !== 'rst')
          .flatMap(({ document }) => linksOf(site, labels, page, document))
      : [],
  );
}

function linksOf(site: Site, labels: Labels, page: Page, document: Document): readonly Finding[] {
  return addressesOf(document).flatMap((address) => {
    if (address.what !== 'link') return [];
    const scheme = /^(project|path):/u.exec(address.url)?.[1];
    const url = scheme === undefined ? address.url : address.url.slice(scheme.length + 1);
    const local = localAddress(url);
    if (local === undefined || ignored(site, url)) return [];
    if (isOfTag(document, address)) return [];
    const moved =
      scheme === undefined
        ? address
        : {
            ...address,
            url,
            span: { ...address.span, start: address.span.start + scheme.length + 1 },
          };
    const fault = judge(site, labels, page, local, url, scheme);
    return fault === undefined ? [] : [faultAt(document, moved, local, fault)];
  });
}

const ignored = ({ project }: Site, url: string): boolean => {
  const { ignores } = nitpickIgnore(project.conf);
  return ignores(url) || ignores(decoded(url));
};

function judge(
  site: Site,
  labels: Labels,
  page: Page,
  local: LocalAddress,
  url: string,
  scheme: string | undefined,
): Fault | undefined {
  if (local.path === '') return judgeAnchor(site, labels, page, decoded(local.anchor ?? ''));
  const path = fileOfPage(site.project, page.name, local.path);
  const target = pageAt(site, path);
  if (target !== undefined)
    return local.anchor === undefined || scheme === 'path'
      ? undefined
      : judgeInPage(site, target, local.anchor);
  const isExcluded = site.excluded.has(bareName(page, local.path)) && FILE.test(path);
  if (site.project.hasFile(path) && (!isExcluded || scheme === 'path')) return undefined;
  if (scheme === 'path' && leavesTop(site, page, local.path)) return undefined;
  if (scheme === undefined && isNamed(site, labels, page, local, url)) return undefined;
  return missing(site, page, local, path);
}

/** The page whose file this is. */
function pageAt(site: Site, path: string): Page | undefined {
  const { sourceFolder, conf } = site.project;
  const below = sourceFolder === '' ? path : path.slice(sourceFolder.length + 1);
  if (sourceFolder !== '' && !path.startsWith(`${sourceFolder}/`)) return undefined;
  const suffix = suffixesOf(conf).find((it) => below.endsWith(it));
  return suffix === undefined ? undefined : site.pages.get(below.slice(0, -suffix.length));
}

/** Above the project's folder nothing is known. */
function leavesTop(site: Site, page: Page, path: string): boolean {
  if (path.startsWith('/')) return false;
  const folder = joinPath(site.project.sourceFolder, folderOf(page.name));
  const up = path.split('/').filter((part) => part === '..').length;
  return up > (folder === '' ? 0 : folder.split('/').length);
}

/** Whether the text is the name of a document, a label, a term or an object, or may be one. */
function isNamed(
  { pages, project }: Site,
  labels: Labels,
  page: Page,
  { path }: LocalAddress,
  url: string,
): boolean {
  const name = joinPath(folderOf(page.name), path);
  const key = normalName(decoded(url));
  return (
    pages.has(name) ||
    pages.has(name.replace(/\/$/u, '')) ||
    labels.has(key) ||
    isObject(project, decoded(url)) ||
    inInventories(project, key, 'std:label', 'std:term') ||
    inInventories(project, path, 'std:doc') ||
    STANDARD.has(path) ||
    project.otherLabels.has(key)
  );
}

const STANDARD = new Set(['genindex', 'modindex', 'py-modindex', 'search']);

/** The name that a document of this path has. */
const bareName = (page: Page, path: string): string =>
  joinPath(folderOf(page.name), path).replace(/\.\w+$/u, '');

/** Files have these suffixes, names of objects and documents in an inventory do not. */
const FILE =
  /\.(?:md|rst|ipynb|html?|txt|png|svg|jpe?g|gif|pdf|ya?ml|toml|json|csv|zip|cfg|ini|sh)$/iu;

function missing(
  site: Site,
  page: Page,
  { path: written }: LocalAddress,
  path: string,
): Fault | undefined {
  const { project } = site;
  if (leavesTop(site, page, written)) return undefined;
  const isFile = FILE.test(written);
  const name = joinPath(folderOf(page.name), written);
  const excluded = site.excluded.has(bareName(page, written));
  const generated = generatorOf(project.conf) ?? project.partial;
  const doubt =
    (isFile ? generated : (doubtOf(project) ?? generated ?? 'it may be the name of an object')) ??
    (project.isIgnored?.(path) === true
      ? 'git ignores it, so a step of the build may make it'
      : undefined);
  const near = nearPage(site, page, name);
  return {
    rule: 'missing-link',
    level: 'error',
    expected: excluded
      ? 'a document that is not excluded'
      : isFile
        ? 'a file that exists'
        : 'a document, label or object that exists',
    lost: {
      paths: isFile ? [path] : suffixesOf(project.conf).map((suffix) => path + suffix),
      write: (to) => writtenBy(site, page, written, isFile, to),
    },
    ...(near === undefined ? {} : { meant: near, instead: near }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** A path as this page would write it: a file with its suffix, a document as the other one was written. */
function writtenBy(
  site: Site,
  page: Page,
  written: string,
  isFile: boolean,
  path: string,
): string | undefined {
  const { sourceFolder } = site.project;
  if (sourceFolder !== '' && !path.startsWith(`${sourceFolder}/`)) return undefined;
  const name = pageAt(site, path)?.name;
  if (!isFile && name === undefined) return undefined;
  const below = sourceFolder === '' ? path : path.slice(sourceFolder.length + 1);
  const to = isFile || name === undefined ? below : name;
  return written.startsWith('/') ? `/${to}` : pathBetween(folderOf(page.name), to);
}

/** The page of that name with another suffix, or the one of the same last part elsewhere. */
function nearPage(site: Site, page: Page, name: string): string | undefined {
  const bare = name.replace(/\.(?:md|rst|html?|ipynb)$/u, '');
  const base = bare.slice(bare.lastIndexOf('/') + 1).toLowerCase();
  const same = site.pages.has(bare)
    ? [bare]
    : [...site.pages.keys()].filter(
        (it) => it.slice(it.lastIndexOf('/') + 1).toLowerCase() === base,
      );
  const found = same.length === 1 ? site.pages.get(same[0] ?? '') : undefined;
  if (found === undefined) return undefined;
  const suffix = suffixesOf(site.project.conf).find((it) => found.document.path.endsWith(it)) ?? '';
  return pathBetween(folderOf(page.name), found.name + suffix);
}
