import { execFile } from 'node:child_process';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gitSdist, type GitSdist } from '@pymaint/testing';
import { ROOT } from '../../scripts/shared/repo.ts';

const execute = promisify(execFile);

/** A real project with one of the starters as its workflow. */
export interface CallingProject extends GitSdist {
  git(...args: readonly string[]): Promise<string>;
  write(path: string, text: string): Promise<void>;
  append(path: string, text: string): Promise<void>;
  replace(path: string, old: string, text: string): Promise<void>;
}

/** A pinned sdist as a git repository whose workflow is the starter of that name, as it is. */
export async function callingProject(sdist: string, starter: string): Promise<CallingProject> {
  const project = await gitSdist(sdist);
  const at = (path: string): string => join(project.folder, path);
  const git = async (...args: readonly string[]): Promise<string> => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const { stdout } = await execute('git', [...who, ...args], { cwd: project.folder });
    return stdout.trim();
  };
  const text = await readFile(join(ROOT, 'action-templates/workflows', `${starter}.yml`), 'utf8');
  const write = async (path: string, content: string): Promise<void> => {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), content);
  };
  // What GitHub does when somebody chooses the starter.
  await write(`.github/workflows/${starter}.yml`, text.replaceAll('$default-branch', 'main'));
  // A repository has none; with it a tree counts as an sdist, from which files may be left out.
  await git('rm', '--quiet', '--ignore-unmatch', 'PKG-INFO');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Add pymaint');
  return {
    ...project,
    git,
    write,
    append: (path, more) => appendFile(at(path), more),
    async replace(path, old, wanted) {
      const before = await readFile(at(path), 'utf8');
      if (!before.includes(old)) throw new Error(`${path} holds no ${old}`);
      await writeFile(at(path), before.replace(old, wanted));
    },
  };
}
