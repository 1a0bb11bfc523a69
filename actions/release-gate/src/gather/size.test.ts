import { expect, it } from 'vitest';
import { readSize } from './size.ts';

it.each([
  ['20MB', 20_000_000],
  ['500 kB', 500_000],
  ['1000', 1000],
  ['0', 0],
  ['20 MiB', undefined],
  ['-1', undefined],
  ['', undefined],
])('reads %j as %s bytes', (text, bytes) => {
  expect(readSize(text)).toBe(bytes);
});
