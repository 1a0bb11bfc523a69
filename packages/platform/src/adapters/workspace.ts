import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { UserError, withCommas } from '@pymaint/core';
import type { Git, Workspace } from '../ports/index.ts';
import { orNothing, readBriefly, readRegular, replaceFile } from './file.ts';
import { isInside, realPath, resolveInside } from './inside.ts';
import { readerAtOnce } from './read-at-once.ts';
import { decodeText } from './text.ts';
import { fileLister, TOO_MANY } from './workspace-files.ts';

/** How {@link nodeWorkspace} looks at its folder. */
export interface NodeWorkspaceOptions {
  /** Paths may lead up to here, relative to the folder or absolute: the repository's top. Default: the folder. */
  readonly root?: string;
  /** Says what {@link Workspace.list} gives, where it is available; without it all files that stand there are. */
  readonly git?: Pick<Git, 'available' | 'tracked' | 'untracked'>;
  /** More files than this below one folder are refused. */
  readonly maxFiles?: number;
}

const MOST_FILES = 200_000;
/**
 * The files below a folder of this machine.
 * @throws UserError where there is no such folder.
 */
export function nodeWorkspace(path: string, options: NodeWorkspaceOptions = {}): Workspace {
  const folder = realFolder(path);
  const root = options.root === undefined ? folder : realFolder(resolve(folder, options.root));
  if (!isInside(root, folder)) {
    throw new UserError(`Unexpected folder \`${path}\`, expected one below \`${root}\``);
  }
  const at = (path: string): string | undefined => resolveInside(root, folder, path);
  const atOnce = readerAtOnce(at);
  const readNow = (path: string): string | undefined => {
    const bytes = atOnce(path) ?? linked(path);
    return bytes === undefined ? undefined : decodeText(bytes);
  };
  const linked = (path: string): Uint8Array | undefined => {
    const real = at(path);
    return real === undefined ? undefined : readBriefly(real, path);
  };
  const filesBelow = fileLister(root, folder, options.git);
  return {
    folder,
    async readBytes(path) {
      const real = at(path);
      return real === undefined ? undefined : readRegular(real, path);
    },
    read: async (path) => readNow(path),
    readNow,
    async kind(path) {
      const real = at(path);
      const found = real === undefined ? undefined : await orNothing(stat(real));
      if (found === undefined) return undefined;
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    },
    async list(under = '.') {
      const real = at(under);
      if (real === undefined || (await orNothing(stat(real)))?.isDirectory() !== true) return [];
      const most = options.maxFiles ?? MOST_FILES;
      const files = await filesBelow(real, under, most);
      if (files === TOO_MANY || files.length > most) {
        throw new UserError(
          `\`${under}\` holds more than ${withCommas(most)} files; name a smaller folder, or leave out by .gitignore what tools have made`,
        );
      }
      return files.toSorted();
    },
    async write(path, text) {
      const real = at(path);
      if (real === undefined) throw new UserError(`\`${path}\` is a symbolic link to nowhere`);
      if (relative(root, real).split(sep).includes('.git')) {
        throw new UserError(`\`${path}\` belongs to git, and pymaint does not write there`);
      }
      await replaceFile(real, path, text);
    },
  };
}

function realFolder(path: string): string {
  try {
    const real = realPath(path);
    if (statSync(real).isDirectory()) return real;
  } catch {
    throw new UserError(`There is no folder \`${path}\``);
  }
  throw new UserError(`\`${path}\` is a file, expected a folder`);
}
