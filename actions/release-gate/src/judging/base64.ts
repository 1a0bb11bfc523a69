const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Hexadecimal digits as base64url without padding: how RECORD writes hashes (PEP 376, 427). */
export function base64Url(hex: string): string {
  let out = '';
  // Three bytes are six digits and four letters; what is left at the end gives two or three.
  for (let at = 0; at < hex.length; at += 6) {
    const part = hex.slice(at, at + 6);
    const bits = Number.parseInt(part.padEnd(6, '0'), 16);
    const letters = Math.ceil((part.length * 4) / 6);
    for (let letter = 0; letter < letters; letter += 1)
      out += LETTERS[(bits >> (18 - 6 * letter)) & 63] ?? '';
  }
  return out;
}
