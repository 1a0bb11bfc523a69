import { parseUrl } from '@pymaint/core';
import { decoded } from './address.ts';

/** Where the project's own documentation stands on the web. */
export interface PublishedSite {
  /** What its pages' addresses begin with: scheme left out, with a slash at the end. */
  readonly base: string;
  /** Whether it is built from the tree at hand; else from a release, which may have other pages. */
  readonly isThis: boolean;
}

/** What tells where a project's documentation is published. */
export interface SiteSources {
  /** `site_url` of MkDocs, `html_baseurl` of Sphinx. */
  readonly configured: string | undefined;
  /** The project's own addresses, as its metadata name them. */
  readonly urls: readonly string[];
  /** The distribution's name and the repository's. */
  readonly names: readonly string[];
}

const READ_THE_DOCS = /^([\w-]+)\.(?:readthedocs\.(?:io|org)|rtfd\.(?:io|org))$/u;
const PAGES = /^[\w-]+\.(?:github|gitlab)\.io$/u;
/** Parts of a path that name a version or a language of the documentation. */
const VERSION = /^(?:latest|stable|dev|devel|develop|main|master|v?\d[\w.]*)$/iu;

/**
 * Where the pages at hand are published: where the documentation's own configuration says so, or the metadata, at Read the
 * Docs (`/en/latest/` is this tree, `/en/stable/` the last release) or on pages of the forge. A host that bears neither
 * the distribution's name nor the repository's may be another project's, and counts only where it is configured.
 */
export function publishedSites({ configured, urls, names }: SiteSources): readonly PublishedSite[] {
  const sites = new Map<string, PublishedSite>();
  const add = (base: string, isThis: boolean): void => void sites.set(base, { base, isThis });
  for (const written of [configured ?? '', ...urls]) {
    const url = parseUrl(written);
    if (url === undefined || !/^https?:$/u.test(url.protocol)) continue;
    const isConfigured = written === configured;
    const [, slug] = READ_THE_DOCS.exec(url.hostname) ?? [];
    if (slug !== undefined) {
      if (!isConfigured && !isNamed(slug, names)) continue;
      add(`${url.hostname}/en/latest/`, true);
      add(`${url.hostname}/en/stable/`, false);
      continue;
    }
    const path = url.pathname.replace(/(?:index\.html)?$/u, '').replace(/\/?$/u, '/');
    const isPages = PAGES.test(url.hostname) && isNamed(path.split('/')[1] ?? '', names);
    if (!isConfigured && !(isPages && path.split('/').length === 3)) continue;
    const last = path.split('/').at(-2) ?? '';
    add(`${url.hostname}${path}`, !VERSION.test(last) || /^(?:latest|main|master)$/iu.test(last));
  }
  return [...sites.values()];
}

function isNamed(slug: string, names: readonly string[]): boolean {
  const plain = squashed(slug);
  return names
    .map(squashed)
    .some((name) => plain === name || (name.length >= 4 && plain.includes(name)));
}

const squashed = (name: string): string => name.toLowerCase().replaceAll(/[-_.]/gu, '');

/** The part of an address below a site, with its anchor; undefined where it is elsewhere, or of another version. */
export function belowSite(
  href: string,
  { base }: PublishedSite,
): { readonly path: string; readonly anchor: string | undefined } | undefined {
  const url = parseUrl(href);
  if (url === undefined || !/^https?:$/u.test(url.protocol) || url.search !== '') return undefined;
  const whole = `${url.hostname}${url.pathname}`;
  const at = `${whole}/` === base ? base : whole;
  if (url.port !== '' || !at.startsWith(base)) return undefined;
  const path = decoded(at.slice(base.length));
  const [first = ''] = path.split('/');
  // Sites with several versions have each in a folder of its own.
  if (path.includes('/') && VERSION.test(first)) return undefined;
  const anchor = url.hash.length > 1 ? decoded(url.hash.slice(1)) : undefined;
  return { path, anchor };
}
