import { parseUrl } from '@pymaint/core';
import { forbiddenRange, parseIpv4 } from './addresses.ts';

/** Names that no public server bears (RFC 2606, 6761, 6762, 8375), and those that examples use all the same. */
const NOT_PUBLIC =
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|local|home\.arpa|onion|internal)$/;

/** What templates write where a reader puts something of their own. */
const TEMPLATE = /[{}<>|`$*]|%7[BD]|%3[CE]|\.\.\.|…/i;

/** Pages whose anchors a script makes, so that what a server sends does not hold them. */
const SCRIPTED_HOSTS =
  /^(?:github\.com|gist\.github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|web\.archive\.org|app\.element\.io|matrix\.to|groups\.google\.com|docs\.google\.com|colab\.research\.google\.com|app\.codecov\.io)$/;

/**
 * Why an address is not asked for although it is one: it stands for others in an example, or names a machine of the
 * reader's own. `written` is the address as written. Undefined where it should be asked for.
 */
export function passedOver(written: string, href: string): 'example' | 'template' | undefined {
  if (TEMPLATE.test(written)) return 'template';
  const { hostname = '' } = parseUrl(href) ?? {};
  const host = hostname.replace(/\.$/, '');
  if (NOT_PUBLIC.test(host)) return 'example';
  const address = host.startsWith('[') ? host.slice(1, -1) : host;
  if (parseIpv4(address) !== undefined || host.startsWith('['))
    return forbiddenRange(address) === undefined ? undefined : 'example';
  return host.includes('.') ? undefined : 'example';
}

/** True where a page's anchors cannot be seen in what its server sends. */
export const hasScriptedAnchors = (href: string): boolean =>
  SCRIPTED_HOSTS.test(parseUrl(href)?.hostname ?? '');
