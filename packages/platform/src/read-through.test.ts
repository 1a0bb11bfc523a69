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
