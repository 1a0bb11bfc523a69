import { readdirSync } from 'node:fs';
import { temporaryFolder } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { textMemory } from './text-memory.ts';

it('gives back what was written last, by kind and key', async () => {
  await using place = await temporaryFolder();
  const { recall, remember } = textMemory(place.folder);
  expect(await recall('links', '/home/a')).toBeUndefined();
  await remember('links', '/home/a', 'one');
  await remember('links', '/home/a', 'two');
  await remember('links', '/home/b', 'other');
  expect(await recall('links', '/home/a')).toBe('two');
  expect(await recall('index', '/home/a')).toBeUndefined();
});

it('leaves one whole text where many write at the same time, and nothing else', async () => {
  await using place = await temporaryFolder();
  const { recall, remember } = textMemory(place.folder);
  const texts = Array.from({ length: 20 }, (_, n) => String(n).repeat(50_000));
  await Promise.all(texts.map((text) => remember('links', 'key', text)));
  expect(texts).toContain(await recall('links', 'key'));
  expect(readdirSync(`${place.folder}/links`)).toHaveLength(1);
});
