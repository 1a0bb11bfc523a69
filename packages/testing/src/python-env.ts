import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './sdists.ts';

const run = promisify(execFile);

/**
 * The absolute path of a Python that has these distributions (`docutils==0.22.4`), from a virtual environment
 * that is made once and kept in the cache. Parallel callers are fine. Throws where pip fails.
 */
export async function pythonWith(...requirements: readonly string[]): Promise<string> {
  const wanted = requirements.toSorted();
  const key = createHash('sha256').update(wanted.join('\n')).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), 'pythons', key);
  const python = join(folder, 'bin', 'python');
  if (!(await exists(python))) await build(folder, wanted);
  return python;
}

/**
 * A virtual environment cannot be moved, so it is made under a name of its own, and a link to it takes the place
 * at once. Where another worker was first, its link stays and this one's work goes.
 */
async function build(folder: string, requirements: readonly string[]): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const made = await mkdtemp(`${folder}.made-`);
  try {
    await run('python3', ['-m', 'venv', made]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...requirements];
    await run(join(made, 'bin', 'python'), pip, { maxBuffer: 1 << 26 });
    await symlink(basename(made), `${made}.link`);
    await rename(`${made}.link`, folder);
  } catch (error) {
    await rm(made, { recursive: true, force: true });
    throw error;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
