import { fileStart, known, notApplicable, notKnown, UserError, type Fact } from '@pymaint/core';
import type { Git, RunnerEvent } from '@pymaint/platform';
import { parseTagFormat, surveyTags, type Project } from '@pymaint/python';
import type { Repository, Tags } from '../facts.ts';
import { repositoryOf } from '../judging/repository.ts';

/**
 * The tags of this project's releases.
 * @throws UserError for a `tag-format` that is none
 */
export async function gatherTags(
  git: Git,
  project: Fact<Project>,
  format: string | undefined,
): Promise<Fact<Tags>> {
  const parsed = format === undefined ? undefined : parseTagFormat(format);
  if (parsed?.ok === false) throw new UserError(parsed.message);
  const available = await git.available();
  if (!available.yes) return notApplicable(available.why);
  const [tags, top, shallow] = await Promise.all([git.tags(), git.top(), git.isShallow()]);
  if (top !== '.' && parsed === undefined)
    return notApplicable('the project is a folder of a larger repository (see `tag-format`)');
  if (tags.length === 0)
    return shallow
      ? notKnown('this clone is shallow and has no tags (`fetch-depth: 0` at actions/checkout)')
      : notApplicable('there are no tags yet');
  const name = project.known && project.value.name.known ? project.value.name.value : '';
  const survey = surveyTags(
    tags.map((tag) => tag.name),
    name,
    parsed?.shape,
  );
  const releases = survey.tags.flatMap(({ name: tag, version }) => {
    const made = tags.find((it) => it.name === tag);
    return made === undefined ? [] : [{ tag, version, date: made.date.slice(0, 10) }];
  });
  return known({ shape: survey.shape, releases }, fileStart('.'));
}

/** The repositories that the project may call its own. */
export async function gatherRepositories(
  git: Git,
  project: Fact<Project>,
  event: RunnerEvent | undefined,
): Promise<Fact<readonly Repository[]>> {
  const remote = (await git.available()).yes ? await git.remoteUrl('origin') : undefined;
  const urls = project.known && project.value.urls.known ? project.value.urls.value : new Map();
  const written = [
    event === undefined ? undefined : `${event.serverUrl}/${event.repository}`,
    remote,
    ...[...urls.values()].map((entry) => entry.text),
  ];
  const found = written.flatMap((url) => (url === undefined ? [] : (repositoryOf(url) ?? [])));
  const unique = new Map(found.map((it) => [`${it.host}/${it.name}`.toLowerCase(), it]));
  return unique.size === 0
    ? notApplicable('the project does not say where it is hosted')
    : known([...unique.values()], fileStart('.'));
}
