import { expect, it } from 'vitest';
import { deflatedText, inflatedText } from './zlib-text.ts';

it('gives back what was packed', async () => {
  expect(await inflatedText(await deflatedText('a\nü\n'.repeat(1000)))).toBe('a\nü\n'.repeat(1000));
});

it('gives nothing of what is no zlib stream', async () => {
  expect(await inflatedText(new Uint8Array([1, 2, 3]))).toBeUndefined();
  expect(await inflatedText((await deflatedText('some text')).subarray(0, 6))).toBeUndefined();
});
