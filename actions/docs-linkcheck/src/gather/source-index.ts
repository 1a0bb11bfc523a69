import { objectIndex, type ObjectIndex } from '@pymaint/python';
import type { Sources } from './sources.ts';

/** The names that the Python files define; a file is read once, when a name is first looked for in it. */
export function sourceIndex(sources: Sources): ObjectIndex {
  const texts = new Map<string, string | undefined>();
  return objectIndex({
    files: sources.files,
    read(path) {
      if (!texts.has(path)) texts.set(path, sources.readNow(path));
      return texts.get(path);
    },
    mayAppear: (path) => sources.isIgnored(path),
  });
}
