import {
  findChangelog,
  readChangelog,
  readReleaseFolder,
  releaseNotes,
  type Changelog,
  type Found,
  type FragmentScheme,
  type Release,
} from '@pymaint/changelog';
import { fileStart, known, notApplicable, UserError, type Fact } from '@pymaint/core';
import { readThrough, type Git, type Ports } from '@pymaint/platform';
import { sameVersion, type Project } from '@pymaint/python';
import type { Change, Log, Notes } from '../facts.ts';
import type { Options } from '../options.ts';
import type { Sources } from './sources.ts';

const nameOf = (project: Fact<Project>): string | undefined =>
  project.known && project.value.name.known ? project.value.name.value : undefined;

/**
 * The project's changelog, wherever it is.
 * @throws UserError where `path` names none
 */
export async function gatherChangelog(
  sources: Sources,
  project: Fact<Project>,
  scheme: Fact<FragmentScheme>,
  options: Options,
): Promise<Fact<Log>> {
  const found =
    options.path === undefined
      ? await search(sources, project, scheme, options)
      : await named(sources, project, options.path);
  if (found === undefined) return notApplicable('no changelog was found');
  const text = sources.files.includes(found.path) ? await sources.read(found.path) : undefined;
  return known({ ...found, text }, fileStart(found.path));
}

function search(
  sources: Sources,
  project: Fact<Project>,
  scheme: Fact<FragmentScheme>,
  { version }: Options,
): Promise<Found | undefined> {
  const urls = project.known && project.value.urls.known ? project.value.urls.value : new Map();
  const declared = scheme.known ? scheme.value.changelog : undefined;
  return readThrough(sources, ({ list, read }) =>
    findChangelog(
      { paths: list(), read },
      {
        projectName: nameOf(project),
        urls: Object.fromEntries([...urls].map(([label, entry]) => [label, entry.text])),
        declared: declared === undefined ? [] : [declared],
        version,
      },
    ),
  );
}

async function named(sources: Sources, project: Fact<Project>, path: string): Promise<Found> {
  const folder = path.replace(/\/+$/, '');
  const options = { projectName: nameOf(project) };
  const inside = sources.files.filter((file) => file.startsWith(`${folder}/`));
  const text = await sources.read(folder);
  if (text === undefined && inside.length === 0)
    throw new UserError(`Unexpected path \`${path}\`, expected a changelog or a folder of them`);
  const changelog =
    text === undefined
      ? readReleaseFolder(
          folder,
          await Promise.all(
            inside.map(async (file) => ({ path: file, text: (await sources.read(file)) ?? '' })),
          ),
          options,
        )
      : readChangelog(folder, text, options);
  return { path: folder, changelog, pointers: [], others: [] };
}

/** The same file as it was before the change. */
export async function gatherBefore(
  git: Git,
  changelog: Fact<Log>,
  change: Fact<Change>,
  project: Fact<Project>,
): Promise<Fact<Changelog>> {
  if (!change.known) return change;
  if (!changelog.known) return changelog;
  const { path, text } = changelog.value;
  if (text === undefined) return notApplicable('each release has a file of its own');
  const before = await git.show(change.value.base, path);
  return before === undefined
    ? notApplicable(`\`${path}\` is new`)
    : known(readChangelog(path, before, { projectName: nameOf(project) }), fileStart(path));
}

/** The release that the outputs speak of. */
export function releaseOf(
  changelog: Fact<Log>,
  { version }: Options,
  { event }: Pick<Ports, 'event'>,
): Fact<Release> {
  if (!changelog.known) return changelog;
  const { releases } = changelog.value.changelog;
  const tagged = event?.refType === 'tag' ? /\d.*$/.exec(event.refName)?.[0] : undefined;
  const wanted = version ?? tagged;
  const found =
    wanted === undefined
      ? releases.find(({ kind }) => kind === 'released')
      : releases.find((it) => it.version && sameVersion(it.version.canonical, wanted));
  return found === undefined
    ? notApplicable(`the changelog has no release${wanted === undefined ? '' : ` ${wanted}`}`)
    : known(found, found.heading.range);
}

/** Writes the notes of the release beside the reports. */
export async function gatherNotes(
  sources: Sources,
  changelog: Fact<Log>,
  release: Fact<Release>,
  { scratch, event }: Pick<Ports, 'scratch' | 'event'>,
): Promise<Fact<Notes>> {
  if (!changelog.known) return changelog;
  if (!release.known) return release;
  const file = release.value.heading.range.path;
  const text = changelog.value.text ?? (await sources.read(file)) ?? '';
  const notes = releaseNotes(text, changelog.value.changelog, release.value);
  const path =
    event === undefined ? undefined : await scratch.keep('release-notes.md', `${notes}\n`);
  return known({ text: notes, path }, release.place);
}
