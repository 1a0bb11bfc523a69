import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gitFixture, unpackedSdist, type GitFixture } from '@pymaint/testing';

/** A text of a file that is replaced by another (the old one must be there), or put at its end. */
export interface Edit {
  readonly path: string;
  readonly old?: string;
  readonly new: string;
}

/** What an sdist holds that no repository of its project does: what its build has made. */
const MADE = [/^PKG-INFO$/, /\.egg-info$/, /_version\.py$/];

/** A pinned sdist as the repository that it was made of: one commit of its files, and the tag. */
export async function released(name: string, tag: string): Promise<GitFixture> {
  const source = await unpackedSdist(name);
  const fixture = await gitFixture();
  await cp(source, fixture.folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !MADE.some((made) => made.test(path.slice(source.length + 1))),
  });
  await fixture.commit(`Release ${tag}`);
  await fixture.tag(tag);
  return fixture;
}

/** Changes files, commits them, and moves the tag to that commit, as somebody would who releases by mistake. */
export async function breakBy(
  project: GitFixture,
  tag: string,
  edits: readonly Edit[],
): Promise<void> {
  for (const edit of edits) {
    const path = join(project.folder, edit.path);
    const text = await readFile(path, 'utf8').catch(() => '');
    if (edit.old !== undefined && !text.includes(edit.old))
      throw new Error(`${edit.path} does not hold ${edit.old}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      edit.old === undefined ? text + edit.new : text.replace(edit.old, edit.new),
    );
  }
  await project.git('add', '--all', '--force');
  await project.commit('Break it');
  await project.git('tag', '--force', tag);
}

/** Where a text stands first in a file of the project: `path:line`. */
export async function lineOf(folder: string, path: string, text: string): Promise<string> {
  const lines = (await readFile(join(folder, path), 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes(text));
  if (at < 0) throw new Error(`${path} does not hold ${text}`);
  return `${path}:${at + 1}`;
}
