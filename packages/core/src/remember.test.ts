import { expect, it } from 'vitest';
import { rememberingLast } from './remember.ts';

const counted = () => {
  const made: string[] = [];
  const read = rememberingLast((path: string, text: string) => {
    made.push(`${path} ${text}`);
    return { path, text };
  });
  return { made, read };
};

it('makes an answer once while it is among the last', () => {
  const { made, read } = counted();
  const first = read('a', '1');
  read('b', '1');
  expect(read('a', '1')).toBe(first);
  expect(made).toEqual(['a 1', 'b 1']);
});

it('makes another for another path, and for another text', () => {
  const { read } = counted();
  read('a', '1');
  expect(read('b', '1')).toEqual({ path: 'b', text: '1' });
  expect(read('a', '2')).toEqual({ path: 'a', text: '2' });
});

it('forgets the oldest', () => {
  const { made, read } = counted();
  read('a', '1');
  for (let n = 0; n < 8; n += 1) read('b', String(n));
  read('a', '1');
  expect(made.filter((one) => one === 'a 1')).toHaveLength(2);
});
