import { parseUrl } from '@pymaint/core';
import { passedOver } from './pass-over.ts';
import type { LinkVerdict } from './verdict.ts';

/** Names that companies and households give their own machines (RFC 6762, appendix G). */
const OF_THE_HOUSE = /\.(?:lan|corp|home|intranet|private|internal|localdomain)\.?$/;

/**
 * The page of which an archive may have a copy: of an address whose page is gone, not only its anchor, on a host that
 * the world can see. Without user name, password and fragment. Undefined for all others, which nobody is to hear of.
 */
export function archivablePage(href: string, verdict: LinkVerdict): string | undefined {
  const url = parseUrl(href);
  if (url === undefined || verdict.class !== 'broken' || / anchor /.test(verdict.evidence))
    return undefined;
  if (url.username !== '' || url.password !== '' || url.port !== '') return undefined;
  if (passedOver(href, href) !== undefined || OF_THE_HOUSE.test(url.hostname)) return undefined;
  return url.href.slice(0, url.href.length - url.hash.length);
}

/** The question for a copy, by the Wayback Machine's availability API (archive.org/help/wayback_api.php). */
export const availabilityOf = (service: string, page: string): string =>
  `${service.replace(/\/+$/, '')}/wayback/available?url=${encodeURIComponent(page)}`;

const SNAPSHOT = /^https?:\/\/(web\.archive\.org\/web\/(\d{4})(\d{2})(\d{2})\d{6}\/[\x21-\x7e]+)$/;

/** The address of the copy that an answer names; undefined where it names none, or what is no copy of a page. */
export function archivedCopy(text: string): string | undefined {
  const closest = member(member(parsed(text), 'archived_snapshots'), 'closest');
  const url = member(closest, 'url');
  if (member(closest, 'available') !== true || String(member(closest, 'status')) !== '200')
    return undefined;
  const found = typeof url === 'string' ? SNAPSHOT.exec(url) : null;
  return found === null ? undefined : `https://${found[1]}`;
}

/** When a copy was made: `2013-09-19`. */
export function copyDay(copy: string): string {
  const [, , year, month, day] = SNAPSHOT.exec(copy) ?? [];
  return [year, month, day].join('-');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const member = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key)
    ? (data as { readonly [key: string]: unknown })[key]
    : undefined;
