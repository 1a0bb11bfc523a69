import { known, fileStart, notApplicable, type Fact } from '@pymaint/core';
import { findChangelog, type Found, type Release } from '@pymaint/changelog';
import { readThrough } from '@pymaint/platform';
import { parseVersion, sameVersion, finalOf, type Project } from '@pymaint/python';
import type { Candidate } from '../facts.ts';
import { settingOf, textsOf, type Sources } from './sources.ts';

/** The project's changelog, wherever it is. */
export async function gatherChangelog(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<Found>> {
  const urls = project.known && project.value.urls.known ? project.value.urls.value : new Map();
  const name = project.known && project.value.name.known ? project.value.name.value : undefined;
  const found = await readThrough(sources, (tree) =>
    findChangelog(
      { paths: tree.list(), read: tree.read },
      {
        projectName: name,
        urls: Object.fromEntries([...urls].map(([label, entry]) => [label, entry.text])),
        declared: [
          ...textsOf(settingOf(sources, 'tool', 'towncrier', 'filename')),
          ...textsOf(settingOf(sources, 'tool', 'scriv', 'changelog')),
        ],
      },
    ),
  );
  return found === undefined
    ? notApplicable('no changelog was found')
    : known(found, fileStart(found.path));
}

/** What the changelog says of the candidate. A pre-release may be told under the release that it leads to. */
export function entryOf(changelog: Fact<Found>, candidate: Fact<Candidate>): Fact<Release> {
  if (!changelog.known) return changelog;
  if (!candidate.known) return candidate;
  const { text } = candidate.value;
  const version = parseVersion(text);
  const of = (wanted: string): Release | undefined =>
    changelog.value.changelog.releases.find(
      (release) => release.version !== undefined && sameVersion(release.version.canonical, wanted),
    );
  const found = of(text) ?? (version?.pre === undefined ? undefined : of(finalOf(version)));
  return found === undefined
    ? notApplicable(`the changelog has no entry for ${text}`)
    : known(found, found.heading.range);
}
