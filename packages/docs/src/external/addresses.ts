/**
 * Which addresses a link may lead to. A pull request's author chooses the links, so on a runner inside a network
 * they must not reach what the world cannot: ranges by the IANA special-purpose registries (RFC 6890).
 */

/** Why an address is refused: the name of its range. */
export type ForbiddenRange =
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'carrier-grade NAT'
  | 'multicast'
  | 'reserved'
  | 'documentation'
  | 'benchmarking'
  | 'unique local'
  | 'no address';

type Ipv4 = readonly [number, number, number, number];

const V4: readonly (readonly [string, number, ForbiddenRange])[] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'carrier-grade NAT'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, 'reserved'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
];

/** Prefixes of IPv6 as groups, and how many of their bits count. */
const V6: readonly (readonly [string, number, ForbiddenRange])[] = [
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['100::', 64, 'reserved'],
  ['2001:2::', 48, 'benchmarking'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
  ['5f00::', 16, 'reserved'],
  ['fc00::', 7, 'unique local'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
];

/** The range that forbids a resolved address (IPv4, or IPv6 without brackets), or undefined where all may reach it. */
export function forbiddenRange(address: string): ForbiddenRange | undefined {
  const v4 = parseIpv4(address);
  if (v4 !== undefined) return rangeOfV4(v4);
  const v6 = parseIpv6(address);
  if (v6 === undefined) return 'no address';
  const embedded = embeddedV4(v6);
  if (embedded !== undefined) return rangeOfV4(embedded);
  return V6_READ.find(([prefix, bits]) => sharesBits(v6, prefix, bits, 16))?.[2];
}

const rangeOfV4 = (address: Ipv4): ForbiddenRange | undefined =>
  V4_READ.find(([prefix, bits]) => sharesBits(address, prefix, bits, 8))?.[2];

/** Four decimal parts and nothing else: odd spellings were made plain when the URL was read. */
export function parseIpv4(text: string): Ipv4 | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const [a = 256, b = 256, c = 256, d = 256] = match.slice(1).map(Number);
  return [a, b, c, d].every((part) => part <= 255) ? [a, b, c, d] : undefined;
}

/** Eight groups of 16 bits (RFC 4291, 2.2), a zone index dropped. */
export function parseIpv6(text: string): readonly number[] | undefined {
  const [plain = ''] = text.toLowerCase().split('%', 1);
  const tail = plain.slice(plain.lastIndexOf(':') + 1);
  const v4 = parseIpv4(tail);
  const hex =
    v4 === undefined
      ? plain
      : `${plain.slice(0, -tail.length)}${group(v4[0], v4[1])}:${group(v4[2], v4[3])}`;
  const halves = hex.split('::');
  if (halves.length > 2 || (v4 === undefined && tail.includes('.'))) return undefined;
  const [left = [], right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - left.length - (right?.length ?? 0);
  if (right === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...(right ?? [])];
  return groups.every((one) => /^[0-9a-f]{1,4}$/.test(one))
    ? groups.map((one) => Number.parseInt(one, 16))
    : undefined;
}

const group = (high: number, low: number): string => ((high << 8) | low).toString(16);

/** The IPv4 address that an IPv6 one stands for: mapped, compatible, translated (RFC 6052), 6to4 and Teredo. */
function embeddedV4(groups: readonly number[]): Ipv4 | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = groups;
  const zero = a === 0 && b === 0 && c === 0 && d === 0;
  const isMapped = zero && e === 0 && f === 0xff_ff;
  const isCompatible = zero && e === 0 && f === 0 && (g !== 0 || h > 1);
  const isTranslated = zero && e === 0xff_ff && f === 0;
  const isNat64 = a === 0x64 && b === 0xff9b && (c === 0 || c === 1);
  if (isMapped || isCompatible || isTranslated || isNat64) return bytes(g, h);
  if (a === 0x20_02) return bytes(b, c);
  if (a === 0x20_01 && b === 0) return bytes(g ^ 0xff_ff, h ^ 0xff_ff);
  return undefined;
}

const bytes = (high: number, low: number): Ipv4 => [high >> 8, high & 255, low >> 8, low & 255];

/** Asked for each address of a large site: the tables are read once. */
const V4_READ = V4.map(([prefix, ...rest]) => [parseIpv4(prefix) ?? [], ...rest] as const);
const V6_READ = V6.map(([prefix, ...rest]) => [parseIpv6(prefix) ?? [], ...rest] as const);

function sharesBits(
  address: readonly number[],
  prefix: readonly number[],
  bits: number,
  width: number,
): boolean {
  return address.every((part, at) => {
    const counting = Math.max(0, Math.min(width, bits - at * width));
    const shift = width - counting;
    return part >> shift === (prefix[at] ?? 0) >> shift;
  });
}
