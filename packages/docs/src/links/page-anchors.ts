import { isKnownDirective } from '../directives/specs.ts';
import type { Document } from '../document.ts';
import { slug } from '../slugs.ts';
import type { Page, Site } from '../graph/project.ts';
import { type Anchors, anchorsOf } from './anchors.ts';

/** The places of a page of Sphinx. */
export interface PageAnchors extends Anchors {
  /** Ids of titles by MyST's rule that stand deeper than `myst_heading_anchors`, or that docutils alone makes. */
  readonly unasked: ReadonlySet<string>;
  /** True where directives, includes or code make ids that are not known. */
  readonly open: boolean;
}

const kept = new WeakMap<Site, Map<string, PageAnchors>>();

/** The places of one page, with all that it includes. Made once. */
export function pageAnchors(site: Site, page: Page): PageAnchors {
  const pages = kept.get(site) ?? new Map<string, PageAnchors>();
  kept.set(site, pages);
  const known = pages.get(page.name);
  if (known !== undefined) return known;
  const titles = new Set<string>();
  const unasked = new Set<string>();
  const written = new Set<string>();
  for (const { document } of page.parts) {
    const made = anchorsOf(document, 'myst');
    for (const id of made.written) written.add(id);
    const depth = anchorDepth(site, document);
    const deep = new Set(
      document.headings.filter(({ level }) => level > depth).map(({ text }) => slug('myst', text)),
    );
    for (const id of made.titles) (deep.has(id) ? unasked : titles).add(id);
    for (const id of anchorsOf(document, 'docutils').titles) unasked.add(id);
    // JupyterLab's ids, which nbsphinx takes over.
    if (document.format === 'notebook')
      for (const id of anchorsOf(document, 'jupyter').titles) titles.add(id);
    addObjects(document, written);
  }
  const anchors = { titles, unasked, written, open: isOpen(page) };
  pages.set(page.name, anchors);
  return anchors;
}

/** What domain directives describe, and options, have ids of several forms. */
function addObjects({ targets }: Document, ids: Set<string>): void {
  for (const { kind, name } of targets)
    if (kind === 'object' || kind === 'option' || kind === 'envvar' || kind === 'token')
      ids.add(name).add(slug('sphinx', name)).add(slug('docutils', name));
}

/** `myst_heading_anchors`, or of the page's own front matter; all titles where that is not known. */
function anchorDepth({ project }: Site, document: Document): number {
  if (document.format !== 'myst' && document.format !== 'notebook') return 0;
  const setting = project.conf.mystHeadingAnchors;
  return setting.known && !/^\s*heading_anchors\s*:/mu.test(document.text.slice(0, 2000))
    ? setting.value
    : 6;
}

/** Directives that make ids of what is not in the page: unknown ones, and those of autodoc and its like. */
const isOpen = (page: Page): boolean =>
  page.unread.length > 0 ||
  page.parts.some(({ document }) =>
    document.directives.some(({ name }) => !isKnownDirective(name) || MAKERS.test(name)),
  );

const MAKERS = /^(?:auto|only$|ifconfig$|include$|doxygen|click|argparse|program-output|raw$)/u;

/** Ids that docutils and Sphinx number, and those of indexes and modules. */
export const NUMBERED =
  /^(?:id|footnote-|citation-|index-|module-|cite|fn|equation-|term-|table-)/u;
