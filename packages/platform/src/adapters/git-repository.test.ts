import { expect, it } from 'vitest';
import { shared } from './git-repository.ts';

it('asks once for those who ask at the same time, and anew for who comes later', async () => {
  let asked = 0;
  const ask = shared(async () => {
    await Promise.resolve();
    return (asked += 1);
  });
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(2);
});

it('asks anew after a refusal', async () => {
  let asked = 0;
  const ask = shared(async () => {
    asked += 1;
    if (asked === 1) throw new Error('refused');
    return asked;
  });
  await expect(Promise.all([ask(), ask()])).rejects.toThrow('refused');
  expect(await ask()).toBe(2);
});
