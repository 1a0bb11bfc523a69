import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/shared/repo.ts';

/**
 * Lays the release tree of the last commit into a folder, as `org/pymaint@v1`; act does not know `$/`, so siblings are
 * written out. The bundles are those of this working tree, so that a change can be tried before it is committed.
 */
export async function serveRelease(folder: string): Promise<void> {
  const args = ['scripts/release-tree.ts', '--stamp', 'v1', '--output', folder];
  await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
}
