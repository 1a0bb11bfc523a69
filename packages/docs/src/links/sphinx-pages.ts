import type { Finding } from '@pymaint/core';
import type { Document } from '../document.ts';
import { generatorOf } from '../graph/certainty.ts';
import { folderOf, joinPath } from '../graph/paths.ts';
import { fileOfPage, type Page, type Site } from '../graph/project.ts';
import { readMarkdownHtml } from '../markdown/markdown.ts';
import { settingOr } from '../sphinx/conf.ts';
import { localAddress, type LocalAddress } from './address.ts';
import { type Address, addressesOf } from './addresses.ts';
import { likely } from './github-anchors.ts';
import { checkDefinitions } from './definitions.ts';
import { NUMBERED, pageAnchors } from './page-anchors.ts';
import { type Fault, faultAt } from './report.ts';

/**
 * Addresses that Sphinx copies into its pages and never looks at: relative links of reStructuredText to `.html`,
 * `.rst` and `.md`, `#anchor`, and those of raw HTML; and in Markdown references without their definition.
 */
export const checkSitePages = (site: Site): readonly Finding[] =>
  [...site.pages.values()].flatMap((page) => {
    const { document } = page;
    const isRst = document.format === 'rst';
    return [
      ...(isRst ? judgeAll(site, page, document, addressesOf(document)) : []),
      ...(isRst ? [] : judgeAll(site, page, document, tagsOf(document))),
      ...(isRst ? judgeRaw(site, page) : undefinedIn(page)),
    ];
  });

function judgeAll(
  site: Site,
  page: Page,
  document: Document,
  addresses: readonly Address[],
): readonly Finding[] {
  return addresses.flatMap((address) => {
    if (address.what !== 'link') return [];
    const local = localAddress(address.url);
    const fault = local === undefined ? undefined : judge(site, page, local);
    return local === undefined || fault === undefined
      ? []
      : [faultAt(document, address, local, fault)];
  });
}

/** Links that are written as HTML in Markdown. */
const tagsOf = (document: Document): readonly Address[] =>
  document.links
    .filter(({ syntax }) => syntax === 'attribute')
    .map(({ url, urlSpan }) => ({ what: 'link', url, span: urlSpan }));

/** `.. raw:: html`, which no reader of reStructuredText looks into. */
function judgeRaw(site: Site, page: Page): readonly Finding[] {
  return page.document.directives.flatMap(({ name, argument, content }) => {
    if (name !== 'raw' || argument.trim() !== 'html' || content.length === 0) return [];
    const html = readMarkdownHtml(page.document.path, page.document.text, content);
    return judgeAll(site, page, page.document, tagsOf(html));
  });
}

function judge(site: Site, page: Page, local: LocalAddress): Fault | undefined {
  if (local.path === '') return judgeAnchor(site, page, local.anchor ?? '', 'this page');
  if (local.path.startsWith('/') || climbs(page, local.path)) return undefined;
  const name = joinPath(folderOf(page.name), local.path);
  if (/\.html?$/u.test(name)) return judgeHtml(site, page, local, name);
  return /\.(?:rst|md)$/u.test(name) ? judgeSource(site, page, local, name) : undefined;
}

/** Out of the documentation: another site may stand there. */
const climbs = (page: Page, path: string): boolean =>
  path.split('/').filter((part) => part === '..').length > page.name.split('/').length - 1;

/** What Sphinx and its extensions write beside the pages. */
const MADE =
  /^(?:_|genindex|search|py-modindex|modindex|\w+-modindex|genindex-\w+|404|opensearch)/u;

/** What is wrong with the path of a built page, as seen from another page. */
export function judgeHtml(
  site: Site,
  page: Page,
  { anchor }: LocalAddress,
  name: string,
): Fault | undefined {
  const { conf, partial } = site.project;
  const target = site.pages.get(name.replace(/\.html?$/u, ''));
  if (target !== undefined)
    return anchor === undefined
      ? undefined
      : judgeAnchor(site, target, anchor, `\`${target.document.path}\``);
  if (MADE.test(name) || inExtraPath(site, name) || isRedirect(site, name)) return undefined;
  const doubt =
    generatorOf(conf) ??
    partial ??
    (conf.htmlExtraPath.known ? undefined : conf.htmlExtraPath.why) ??
    (conf.redirects.known ? undefined : conf.redirects.why) ??
    (site.project.hasFile(fileOfPage(site.project, page.name, name))
      ? 'a step of the build may copy the file'
      : undefined);
  return {
    rule: 'missing-link',
    level: 'error',
    expected: 'a page that is built',
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** Pages that redirects (sphinx_reredirects, rediraffe) and `html_additional_pages` make. */
function isRedirect({ project: { conf } }: Site, name: string): boolean {
  const bare = name.replace(/\.html?$/u, '');
  return [...settingOr(conf.redirects, []), ...settingOr(conf.htmlAdditionalPages, [])].some(
    (it) => it.replace(/^\//u, '').replace(/\.\w+$/u, '') === bare,
  );
}

const inExtraPath = ({ project }: Site, name: string): boolean =>
  settingOr(project.conf.htmlExtraPath, []).some(
    (folder) =>
      project.hasFile(joinPath(joinPath(project.sourceFolder, folder), name)) ||
      folder.endsWith(name),
  );

/** A source is no page of the site, though the forge may show it. */
function judgeSource(
  site: Site,
  page: Page,
  { path, anchor }: LocalAddress,
  name: string,
): Fault | undefined {
  const isPage = site.pages.has(name.replace(/\.\w+$/u, ''));
  if (!isPage && site.project.hasFile(fileOfPage(site.project, page.name, path))) return undefined;
  const doubt = isPage ? undefined : (generatorOf(site.project.conf) ?? site.project.partial);
  return {
    rule: 'missing-link',
    level: isPage ? 'warning' : 'error',
    expected: isPage
      ? '`:doc:` or the `.html` of the page, for the site holds no sources'
      : 'a page that exists',
    ...(isPage && anchor === undefined ? { instead: path.replace(/\.\w+$/u, '.html') } : {}),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** What is wrong with an anchor of a page. */
export function judgeAnchor(site: Site, page: Page, id: string, where: string): Fault | undefined {
  const { titles, written, unasked, open } = pageAnchors(site, page);
  if (id === '' || id === 'top' || open || NUMBERED.test(id) || id.startsWith(':~:'))
    return undefined;
  if (titles.has(id) || written.has(id) || unasked.has(id)) return undefined;
  const all = [...titles, ...written, ...unasked];
  const same = all.find((it) => it.toLowerCase() === id.toLowerCase());
  const near = same ?? likely(id, all);
  return {
    rule: 'missing-anchor',
    level: 'error',
    expected: `a title or label of ${where}`,
    ...(near === undefined ? {} : { meant: `#${near}`, instead: near }),
    safe: same !== undefined,
  };
}

/** References without definition, where the page holds all that it shows. */
const undefinedIn = ({ document, parts, unread }: Page): readonly Finding[] =>
  parts.length > 1 || unread.length > 0
    ? []
    : checkDefinitions(document, { links: true, footnotes: true }).filter(
        ({ place }) => !isRstAt(document, place.line),
      );

/** Within `{eval-rst}` the brackets are reStructuredText's. */
const isRstAt = (document: Document, line: number): boolean =>
  document.directives.some(
    ({ name, span }) =>
      name === 'eval-rst' &&
      document.lines().place(span.start).line <= line &&
      line <= document.lines().place(span.end).line,
  );
