import type { Finding } from '@pymaint/core';
import { meant } from '../graph/report.ts';
import type { WrittenUrl } from './own-urls.ts';
import { belowSite, type PublishedSite } from './published-sites.ts';
import type { LookUp, SitePage } from './site-pages.ts';

/** A project's documentation, and where it is published. */
export interface OwnSite {
  readonly sites: readonly PublishedSite[];
  readonly lookUp: LookUp;
}

/**
 * Addresses of the project's own published documentation whose page or anchor its sources lack: they are dead as soon as
 * this tree is built. Those of a release may still be there until the next one, and a host can have redirects that no
 * file tells of: a warning. Nothing is asked of a network.
 */
export const checkSiteUrls = (
  urls: readonly WrittenUrl[],
  own: readonly OwnSite[],
): readonly Finding[] =>
  urls.flatMap(({ url, place }): readonly Finding[] => {
    const found = lookUpOwn(url, own);
    if (found === undefined || typeof found.page === 'string') return [];
    const { page, site } = found;
    const what = page.rule === 'missing-anchor' ? 'anchor of' : 'address';
    const where = site.isThis ? '' : ', once it is built from this tree';
    const message = `Unexpected ${what} \`${url}\`, expected ${page.expected}${where}${meant(page.meant)}`;
    return [{ rule: 'docs/own-url', level: 'warning', place, message }];
  });

/** What the project's documentation has at an address of its own, and at which of its sites; undefined for others. */
export function lookUpOwn(
  href: string,
  own: readonly OwnSite[],
): { readonly page: SitePage; readonly site: PublishedSite } | undefined {
  for (const { sites, lookUp } of own)
    for (const site of sites) {
      const below = belowSite(href, site);
      if (below !== undefined) return { page: lookUp(below.path, below.anchor), site };
    }
  return undefined;
}
