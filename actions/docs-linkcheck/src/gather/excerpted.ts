import { excerptedFiles, type Document } from '@pymaint/docs';
import type { Sources } from './sources.ts';

/** The texts of the files that documents take a part of; null where one is not UTF-8. */
export async function excerpted(
  sources: Sources,
  sourceFolder: string,
  documents: readonly Document[],
): Promise<ReadonlyMap<string, string | null>> {
  const texts = new Map<string, string | null>();
  const paths = [...excerptedFiles({ sourceFolder, documents })].filter(sources.has);
  await Promise.all(
    paths.map(async (path) => {
      const text = (await sources.read(path)) ?? (await undecoded(sources, path));
      if (text !== undefined) texts.set(path, text);
    }),
  );
  return texts;
}

/** A file that is there and read as no text holds a NUL, or is not UTF-8. */
async function undecoded(sources: Sources, path: string): Promise<null | undefined> {
  const bytes = await sources.readBytes(path);
  return bytes === undefined || bytes.includes(0) ? undefined : null;
}
