import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/shared/repo.ts';
import { mustRun } from '../scripts/shared/run.ts';

/** Copies `examples/clean` below a folder, as a git repository of its own, and gives where it lies. */
export async function smallProject(folder: string): Promise<string> {
  const project = join(folder, 'project');
  await cp(join(ROOT, 'examples/clean'), project, { recursive: true });
  const git = (...args: readonly string[]) => mustRun('git', args, { cwd: project });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git('-c', 'user.name=b', '-c', 'user.email=b@example.org', 'commit', '--quiet', '-m', 'a');
  return project;
}
