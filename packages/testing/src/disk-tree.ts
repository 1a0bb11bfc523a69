import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of the disk as the pure packages read it: paths with `/`, text as UTF-8, anything else undefined. */
export interface DiskTree {
  readonly read: (path: string) => string | undefined;
  readonly list: () => readonly string[];
}

/** Reads files when they are asked for; lists all but what is under `.git`. */
export function diskTree(folder: string): DiskTree {
  return {
    read(path) {
      try {
        const bytes = readFileSync(join(folder, path));
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        return text.includes('\0') ? undefined : text;
      } catch {
        return undefined;
      }
    },
    list: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.startsWith('.git/'))
        .toSorted(),
  };
}
