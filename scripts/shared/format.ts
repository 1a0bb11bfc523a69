import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './repo.ts';
import { mustRun, OXFMT, toolPath } from './run.ts';
import type { GeneratedFile } from './text.ts';

/** The same files as the formatter leaves them, so that generated files need no exception from it. */
export async function formatted(
  files: readonly GeneratedFile[],
): Promise<readonly GeneratedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-format-'));
  try {
    await copyFile(join(ROOT, '.oxfmtrc.json'), join(folder, '.oxfmtrc.json'));
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await mustRun(process.execPath, [toolPath(...OXFMT)], { cwd: folder });
    return await Promise.all(
      files.map(async ({ path }) => ({ path, text: await readFile(join(folder, path), 'utf8') })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
