import { fileStart, known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { Project } from '@pymaint/python';
import type { LongDescription } from '../facts.ts';
import type { Sources } from './sources.ts';

/** The file that the metadata name as the long description; its place is the file. */
export async function gatherDescription(
  sources: Sources,
  project: Project,
): Promise<Fact<LongDescription>> {
  const { readme, folder } = project;
  // A setup.py often joins it of several files: artifact/description-renders judges what comes of that.
  if (!readme.known)
    return readme.because === 'not-known'
      ? notApplicable(`${readme.why}, so that what is built shows it`)
      : readme;
  const { path, contentType } = readme.value;
  // Setuptools may join several files into one text; the build shows it.
  if (path === undefined) return notApplicable('the description is not one file');
  const full = folder === '' ? path : `${folder}/${path}`;
  const text = await sources.read(full);
  return text === undefined
    ? notKnown(`${full} cannot be read`)
    : known({ text, contentType: contentType ?? typeOf(path) }, fileStart(full));
}

/** By the end of its name, as build backends guess it. */
const typeOf = (path: string): string =>
  /\.(?:md|markdown)$/i.test(path)
    ? 'text/markdown'
    : /\.rst$/i.test(path)
      ? 'text/x-rst'
      : 'text/plain';
