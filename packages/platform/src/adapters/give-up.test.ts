import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { giveUp, wasGivenUp } from './give-up.ts';

const fill = (folder: string, files: number): string => {
  mkdirSync(join(folder, 'closed'), { recursive: true });
  for (let n = 0; n < files; n += 1) writeFileSync(join(folder, 'closed', `${n}`), '');
  chmodSync(join(folder, 'closed'), 0o500);
  return folder;
};

it('removes what is small before it goes on', async () => {
  await using place = await temporaryFolder();
  giveUp(place.folder, [fill(join(place.folder, 'pymaint-1-a'), 3)]);
  expect(readdirSync(place.folder)).toEqual([]);
});

it('takes what is large out of the way at once, and has it removed by a program of its own', async () => {
  await using place = await temporaryFolder();
  const folder = fill(join(place.folder, 'pymaint-1-environment'), 2000);
  giveUp(place.folder, [folder]);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(place.folder).every(wasGivenUp)).toBe(true);
  await expect.poll(() => readdirSync(place.folder), { timeout: 30_000 }).toEqual([]);
});

it('removes what an earlier run has given up, and what bears no name of ours', async () => {
  await using place = await temporaryFolder();
  giveUp(place.folder, [
    fill(join(place.folder, 'pymaint-1-given-up-x'), 400),
    fill(join(place.folder, 'other'), 1),
    join(place.folder, 'missing'),
  ]);
  await expect.poll(() => readdirSync(place.folder), { timeout: 30_000 }).toEqual([]);
});
