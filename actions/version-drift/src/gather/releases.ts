import { known, notApplicable, notKnown, UserError, type Fact, type Place } from '@pymaint/core';
import type { Git } from '@pymaint/platform';
import { parseTagFormat, surveyTags, tagBearsName, type Project } from '@pymaint/python';
import type { Release } from '../facts.ts';

/**
 * The tags that released this project, greatest version first.
 * @throws UserError for a `tag-format` that is none
 */
export async function gatherReleases(
  git: Git,
  project: Project,
  format: string | undefined,
  place: Place,
): Promise<Fact<readonly Release[]>> {
  const parsed = format === undefined ? undefined : parseTagFormat(format);
  if (parsed?.ok === false) throw new UserError(parsed.message);
  const available = await git.available();
  if (!available.yes) return notApplicable(available.why);
  const [tags, top, head] = await Promise.all([git.tags(), git.top(), git.head()]);
  const name = project.name.known ? project.name.value : '';
  // A folder of a larger repository: the repository's own tags are not this project's.
  const own =
    top === '.' || parsed !== undefined ? tags : tags.filter((tag) => tagBearsName(tag.name, name));
  const survey = surveyTags(
    own.map((tag) => tag.name),
    name,
    parsed?.shape,
  );
  const days = new Map(own.map((tag) => [tag.name, tag.date.slice(0, 10)]));
  const commits = new Map(own.map((tag) => [tag.name, tag.commit]));
  const releases = survey.tags.map((tag): Release => ({
    tag: tag.name,
    version: tag.version,
    date: days.get(tag.name) ?? '',
    here: commits.get(tag.name) === head,
  }));
  if (releases.length > 0) return known(releases, place);
  return (await git.isShallow())
    ? notKnown('this clone is shallow and has no tags: git fetch --tags')
    : notApplicable('no tag releases this project yet');
}
