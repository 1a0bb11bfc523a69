import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Url } from './base64.ts';

it('writes bytes as the platform does', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const buffer = Buffer.from(bytes);
      expect(base64Url(buffer.toString('hex'))).toBe(buffer.toString('base64url'));
    }),
  );
});
