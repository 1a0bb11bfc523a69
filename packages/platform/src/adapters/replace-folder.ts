import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@pymaint/core';
import type { Scratch } from '../ports/index.ts';
import type { Lifetime } from './lifetime.ts';
import { removeFolder } from './remove-folder.ts';

type Replace = (folder: string, files: Parameters<Scratch['replaceFolder']>[1]) => Promise<void>;

/** What may stand in a folder that is replaced: a folder of anything else was named by mistake. */
const REPLACEABLE = /\.(?:whl|tar\.gz|zip|egg|asc|sig|publish\.attestation)$|^\.gitignore$/;

/**
 * Puts files into a folder of their own: they are copied into one beside it, which is renamed when it is whole. Should
 * the run end in between, the old folder or the new one stands there, and what was half made is removed.
 */
export function folderReplacer(lifetime: Lifetime): Replace {
  const unfinished = new Set<string>();
  const removeAll = (): void => [...unfinished].forEach(removeFolder);
  lifetime.add({ end: async () => removeAll(), endAtOnce: removeAll });
  return async (folder, files) => {
    await refuseStrangers(folder);
    const beside = (word: string): string =>
      join(dirname(folder), `.${basename(folder)}-${word}-${randomBytes(6).toString('hex')}`);
    const [draft, old] = [beside('new'), beside('old')];
    unfinished.add(draft);
    try {
      await mkdir(draft, { recursive: true });
      for (const { path, sha256 } of files) await copyAsJudged(path, draft, sha256);
      // Where the run ends just between the two renames, the old folder is gone as if the run had been whole.
      unfinished.add(old);
      await rename(folder, old).catch(ignoreMissing);
      if (files.length > 0) await rename(draft, folder);
    } finally {
      removeAll();
      unfinished.clear();
    }
  };
}

async function copyAsJudged(path: string, folder: string, sha256: string): Promise<void> {
  const bytes = await readFile(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256)
    throw new UserError(
      `Unexpected change of ${basename(path)} after it was judged (sha256 ${found}, expected ${sha256}): something that the run started writes into ${dirname(path)}`,
    );
  await writeFile(join(folder, basename(path)), bytes, { flag: 'wx' });
}

async function refuseStrangers(folder: string): Promise<void> {
  const found = await lstat(folder).catch(ignoreMissing);
  if (found === undefined) return;
  if (!found.isDirectory())
    throw new UserError(`\`${folder}\` is no folder, expected one that holds distributions alone`);
  const stranger = (await readdir(folder)).find((name) => !REPLACEABLE.test(name));
  if (stranger !== undefined)
    throw new UserError(
      `Unexpected \`${stranger}\` in \`${folder}\`, expected a folder that holds distributions alone, since it is replaced as a whole: name another by \`distributions\``,
    );
}

function ignoreMissing(thrown: unknown): undefined {
  if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
}
