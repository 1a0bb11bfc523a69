import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { recordsOf } from '../../test-support/rst-records.ts';
import { rstTruth } from '../../test-support/rst-truth.ts';
import { readRst } from './read-rst.ts';

/**
 * Files that docutils and this reader read differently, with the reason: none at present. At most one file in
 * a thousand may stand here.
 */
const DIFFERENT: Readonly<Record<string, string>> = {};

async function rstFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rst'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function difference(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of mine) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of theirs) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts]
    .filter(([, count]) => count !== 0)
    .map(([one, count]) => `${count > 0 ? 'only here' : 'only docutils'}: ${one}`);
}

it(
  'reads every .rst file of the pinned sdists as docutils reads it',
  { timeout: 900_000 },
  async () => {
    const files = new Map<string, string>();
    let projects = 0;
    for (const { name } of await pinnedSdists()) {
      const folder = await unpackedSdist(name);
      const found = await rstFiles(folder);
      if (found.length > 0) projects += 1;
      for (const path of found) files.set(path, `${name}/${relative(folder, path)}`);
    }
    const differences: Record<string, readonly string[]> = {};
    let records = 0;
    for (const truth of await rstTruth([...files.keys()])) {
      const name = files.get(truth.path) ?? truth.path;
      // Docutils itself has no domain, so that `class` is its own directive.
      const mine = recordsOf(readRst(name, await readFile(truth.path, 'utf8'), { domain: '' }));
      records += mine.length;
      const found =
        truth.records === undefined ? [truth.failed ?? ''] : difference(mine, truth.records);
      if (found.length > 0 && DIFFERENT[name] === undefined) differences[name] = found.slice(0, 10);
    }
    expect(differences).toEqual({});
    expect(projects).toBeGreaterThanOrEqual(20);
    expect(files.size).toBeGreaterThan(2000);
    expect(records).toBeGreaterThan(100_000);
    expect(Object.keys(DIFFERENT).length).toBeLessThanOrEqual(files.size / 1000);
  },
);
