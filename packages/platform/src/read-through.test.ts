import { expect, it } from 'vitest';
import { readThrough } from './read-through.ts';

it('reads only what is asked for, and what is asked for only then', async () => {
  const texts: { readonly [path: string]: string } = { a: 'b', b: 'end', c: 'never' };
  const asked: string[] = [];
  const files = {
    files: Object.keys(texts),
    read: async (path: string) => {
      asked.push(path);
      return texts[path];
    },
  };
  const found = await readThrough(files, ({ read }) => read(read('a') ?? '') ?? read('nowhere'));
  expect(found).toBe('end');
  expect(asked).toEqual(['a', 'b']);
});

it('runs once where what it asks for was read beforehand', async () => {
  let runs = 0;
  const files = { files: ['a', 'b'], read: async (path: string) => `text of ${path}` };
  const found = await readThrough(
    files,
    ({ read }) => {
      runs += 1;
      return [read('a'), read('b')];
    },
    ['a', 'b'],
  );
  expect([runs, ...found]).toEqual([1, 'text of a', 'text of b']);
});
