import { createHash } from 'node:crypto';

/** The sha256 of a text's UTF-8 bytes, in lower-case hex. */
export const sha256OfText = (text: string): string =>
  createHash('sha256').update(text).digest('hex');
