/** What a size is taken for where none is given: larger files of wheels are mostly there by mistake. */
export const DEFAULT_SIZE = '20MB';

const UNITS: { readonly [unit: string]: number } = { kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 };

/** `20MB`, `500 kB`, `1000` (bytes) as a number of bytes; undefined for anything else. */
export function readSize(text: string): number | undefined {
  const match = /^(\d{1,12})\s*(kB|KB|MB|GB|)$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
}
