import { posix } from 'node:path';
import { UserError } from '@pymaint/core';
import type { Workspace } from '@pymaint/platform';
import type { Files } from './git-fixture.ts';

/** A workspace whose files live in memory, and what they are now. */
export interface InMemoryWorkspace extends Workspace {
  /** Texts by path, with what was written since. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

const FOLDER = '/project';

/**
 * A workspace over an object of files. For pure readers of files: what a link, a mode or git would change is a
 * matter of the real one.
 */
export function inMemoryWorkspace(initial: Files): InMemoryWorkspace {
  const files = new Map(Object.entries(initial).map(([path, content]) => [at(path), content]));
  const isFolder = (path: string): boolean =>
    path === '.' || [...files.keys()].some((file) => file.startsWith(`${path}/`));
  const bytesAt = (path: string): Uint8Array | undefined => {
    const content = files.get(at(path));
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const readNow = (path: string): string | undefined => {
    const bytes = bytesAt(path);
    return bytes === undefined ? undefined : textOf(bytes);
  };
  return {
    folder: FOLDER,
    files,
    readBytes: async (path) => bytesAt(path),
    read: async (path) => readNow(path),
    readNow,
    async kind(path) {
      const name = at(path);
      return files.has(name) ? 'file' : isFolder(name) ? 'folder' : undefined;
    },
    async list(under = '.') {
      const name = at(under);
      return [...files.keys()]
        .filter((file) => name === '.' || file.startsWith(`${name}/`))
        .toSorted();
    },
    async write(path, text) {
      const name = at(path);
      if (isFolder(name)) throw new UserError(`\`${path}\` is not a file`);
      files.set(name, text);
    },
  };
}

/** The path in its shortest form; one that leads out is refused as the real workspace refuses it. */
function at(path: string): string {
  const short = posix.normalize(path).replace(/\/$/, '');
  if (posix.isAbsolute(path) || short === '..' || short.startsWith('../')) {
    throw new UserError(`Unexpected path \`${path}\`, expected one below \`${FOLDER}\``);
  }
  return short;
}

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
