import { known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import {
  DATED_FILES,
  findReleaseDates,
  joinPath,
  type Project,
  type ReleaseDate,
} from '@pymaint/python';
import type { Sources } from '../facts.ts';

/** The days of release that files of the project tell; never an empty list. */
export async function gatherDates(
  sources: Sources,
  project: Project,
): Promise<Fact<readonly ReleaseDate[]>> {
  const paths = DATED_FILES.map((path) => joinPath(project.folder, path) ?? path).filter((path) =>
    sources.files.includes(path),
  );
  const dates = await readThrough(sources, (tree) => findReleaseDates(tree, project), paths);
  const [first] = dates;
  return first === undefined
    ? notApplicable('no file tells the day of a release')
    : known(dates, first.place);
}
