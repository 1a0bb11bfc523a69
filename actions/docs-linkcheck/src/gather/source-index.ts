import { objectIndex, type ObjectIndex } from '@pymaint/python';
import type { Sources } from './sources.ts';

/** The Python files of a project, by path. Each is read once, for whoever looks into them. */
export async function readPython(sources: Sources): Promise<ReadonlyMap<string, string>> {
  const paths = sources.files.filter((path) => /\.pyi?$/u.test(path));
  const texts = new Map<string, string>();
  await Promise.all(
    paths.map(async (path) => {
      const text = await sources.read(path);
      if (text !== undefined) texts.set(path, text);
    }),
  );
  return texts;
}

/** The names that the Python files define. */
export const sourceIndex = (sources: Sources, python: ReadonlyMap<string, string>): ObjectIndex =>
  objectIndex({
    files: sources.files,
    read: (path) => python.get(path),
    mayAppear: (path) => sources.isIgnored(path),
  });
