import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scratch } from '../ports/index.ts';

/** Small texts that outlive a run, each a file below the cache folder. */
export function textMemory(place: string): Pick<Scratch, 'recall' | 'remember'> {
  const fileOf = (kind: string, key: string): string =>
    join(place, kind, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`);
  return {
    recall: (kind, key) => readFile(fileOf(kind, key), 'utf8').catch(() => undefined),
    async remember(kind, key, text) {
      const file = fileOf(kind, key);
      const temporary = `${file}.${randomBytes(6).toString('hex')}`;
      await mkdir(join(place, kind), { recursive: true });
      try {
        await writeFile(temporary, text);
        await rename(temporary, file);
      } finally {
        await rm(temporary, { force: true });
      }
    },
  };
}
