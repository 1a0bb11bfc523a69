/**
 * Writes the lists by which a package index judges metadata: trove classifiers and SPDX licences, from the very
 * distributions that PyPI asks.
 *
 *     npx -c 'node --conditions=@pymaint/source scripts/lists.ts'
 *
 * For a newer list change the versions below. Nothing is imported from the network but by pip, pinned.
 */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pythonWith } from '@pymaint/testing';
import { formatted } from './shared/format.ts';
import { LIST_SOURCES, listFiles } from './shared/lists.ts';
import { ROOT } from './shared/repo.ts';

const python = await pythonWith(...LIST_SOURCES);
const answer = execFileSync(python, ['-I', 'scripts/shared/read-lists.py'], {
  cwd: ROOT,
  encoding: 'utf8',
});
for (const { path, text } of await formatted(listFiles(answer)))
  await writeFile(join(ROOT, path), text);
