import { generatorOf } from '../graph/certainty.ts';
import { type DocsProject, siteOf } from '../graph/project.ts';
import { settingOr } from '../sphinx/conf.ts';
import { pathFrom } from './address.ts';
import { documentsOf, isBuilt } from './mkdocs-paths.ts';
import { mkdocsAnchor } from './mkdocs-anchors.ts';
import { type MkdocsProject, mkdocsDoubt } from './mkdocs-site.ts';
import { pageAnchors } from './page-anchors.ts';
import type { Fault } from './report.ts';
import { judgeAnchor, judgeHtml } from './sphinx-pages.ts';

/** What the built documentation has at a path: the page, with the anchor; something else, or nobody knows. */
export type SitePage = 'there' | 'unknown' | Pick<Fault, 'rule' | 'expected' | 'meant'>;

/** Looks up a path of the built site, relative to its root and percent-decoded, and an anchor of that page. */
export type LookUp = (path: string, anchor: string | undefined) => SitePage;

/** The pages that Sphinx builds, as `html` and as `dirhtml` lay them out. */
export function sphinxSitePages(project: DocsProject): LookUp {
  const site = siteOf(project);
  const root = settingOr(project.conf.rootDoc, 'index');
  const [anyPage] = site.pages.values();
  const doubt = generatorOf(project.conf) ?? project.partial;
  return (path, anchor) => {
    const bare = path.replace(/\.html?$/u, '').replace(/\/$/u, '');
    const names = path === '' ? [root, 'index'] : [bare, `${bare}/index`];
    const page = names.flatMap((name) => site.pages.get(name) ?? [])[0];
    if (page !== undefined) {
      if (anchor === undefined) return 'there';
      const fault = judgeAnchor(site, page, anchor, `\`${page.document.path}\``);
      if (fault !== undefined) return doubt === undefined ? fault : 'unknown';
      const { titles, written, unasked } = pageAnchors(site, page);
      return [titles, written, unasked].some((ids) => ids.has(anchor)) ? 'there' : 'unknown';
    }
    if (anyPage === undefined || !path.endsWith('.html')) return 'unknown';
    const fault = judgeHtml(site, anyPage, { path, pathLength: path.length }, path);
    return fault === undefined || fault.doubt !== undefined ? 'unknown' : fault;
  };
}

/** The pages that MkDocs builds. */
export function mkdocsSitePages(project: MkdocsProject): LookUp {
  const { config, docsFolder, tree } = project;
  const versioned = config.plugins.includes('mike');
  const doubt = versioned ? 'versions' : mkdocsDoubt(project);
  const redirected = new Set(config.redirects.map(({ from }) => from.replace(/\.md$/u, '')));
  return (path, anchor) => {
    if (versioned) return 'unknown';
    const bare = path.replace(/(?:(?:^|\/)index)?(?:\.html)?$/u, '').replace(/\/$/u, '');
    const file = pathFrom(docsFolder, bare === '' ? '.' : bare);
    if (file === undefined) return 'unknown';
    const pages = documentsOf(project);
    const names = [`${file}.md`, `${file}/index.md`, `${file}/README.md`];
    const page = (bare === '' ? names.slice(1) : names).flatMap((it) => pages.get(it) ?? [])[0];
    if (page !== undefined) {
      if (anchor === undefined) return 'there';
      const fault = mkdocsAnchor(project, page, anchor);
      if (fault === undefined) return 'unknown';
      return doubt === undefined ? fault : 'unknown';
    }
    if (doubt !== undefined || isBuilt(project, file) || tree.hasFolder(file)) return 'unknown';
    if (redirected.has(bare) || redirected.has(`${bare}/index`)) return 'unknown';
    // What the theme and plugins write beside the pages.
    if (!/(?:\/|\.html)$/u.test(path) || /^(?:404|assets|search|sitemap|tags)/u.test(path))
      return 'unknown';
    return { rule: 'missing-link', expected: 'a page that is built' };
  };
}
