import { objectIndex, type ObjectIndex } from '@pymaint/python';
import type { Sources } from './sources.ts';

/** The Python files of a project, read beforehand, so that the index can look into them. */
export async function gatherSourceIndex(sources: Sources): Promise<ObjectIndex> {
  const paths = sources.files.filter((path) => /\.pyi?$/u.test(path));
  const texts = new Map<string, string>();
  await Promise.all(
    paths.map(async (path) => {
      const text = await sources.read(path);
      if (text !== undefined) texts.set(path, text);
    }),
  );
  return objectIndex({
    files: sources.files,
    read: (path) => texts.get(path),
    mayAppear: (path) => sources.isIgnored(path),
  });
}
