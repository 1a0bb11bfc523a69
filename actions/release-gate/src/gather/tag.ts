import { known, notApplicable, notKnown, UserError, type Fact, type Place } from '@pymaint/core';
import type { Git, GitTag, Ports } from '@pymaint/platform';
import {
  compareVersions,
  parseTagFormat,
  parseVersion,
  sameVersion,
  surveyTags,
  tagBearsName,
  versionOfTag,
  type Project,
  type TagShape,
  type TagSurvey,
} from '@pymaint/python';
import type { Candidate, EarlierRelease, ReleaseTag } from '../facts.ts';
import type { Options } from '../options.ts';
import { gitMissing } from './git.ts';

/** The tags of the repository, as far as they may be this project's. */
export interface ProjectTags {
  readonly all: readonly GitTag[];
  readonly name: string;
  readonly format: TagShape | undefined;
}

/** @throws UserError for a `tag-format` that is none */
export async function projectTags(
  git: Git,
  project: Project,
  format: string | undefined,
): Promise<ProjectTags> {
  const parsed = format === undefined ? undefined : parseTagFormat(format);
  if (parsed?.ok === false) throw new UserError(parsed.message);
  const name = project.name.known ? project.name.value : '';
  if (!(await git.available()).yes) return { all: [], name, format: parsed?.shape };
  const [tags, top] = await Promise.all([git.tags(), git.top()]);
  // A folder of a larger repository: the repository's own tags are not this project's.
  const all =
    top === '.' || parsed !== undefined ? tags : tags.filter((tag) => tagBearsName(tag.name, name));
  return { all, name, format: parsed?.shape };
}

const survey = ({ all, name, format }: ProjectTags, without: string | undefined): TagSurvey =>
  surveyTags(
    all.map((tag) => tag.name).filter((tag) => tag !== without),
    name,
    format,
  );

/** The tag that releases the version: told by option, by the workflow's event, or standing at the commit. */
export async function gatherTag(
  options: Options,
  { git, event }: Ports,
  tags: ProjectTags,
  declared: string | undefined,
  place: Place,
): Promise<Fact<ReleaseTag>> {
  const name =
    options.tag?.replace(/^refs\/tags\//, '') ??
    (event?.refType === 'tag'
      ? event.refName
      : await tagAtHead(git, tags, options.version, declared));
  if (name === undefined) return notApplicable('there is no tag yet');
  const found = tags.all.find((tag) => tag.name === name);
  const others = survey(tags, name);
  // The first tag of a project has its own shape.
  const own = surveyTags([name], tags.name, tags.format);
  const shape = others.shape ?? own.shape;
  return known(
    {
      name,
      version: shape && versionOfTag(name, shape),
      looseVersion: surveyTags([name], tags.name).tags[0]?.text,
      format: shape?.format ?? 'v{version}',
      sure: others.from === 'format' || others.from === 'tags',
      commit: found?.commit ?? (event?.refName === name ? event.sha : undefined),
      date: found?.date.slice(0, 10),
    },
    place,
  );
}

/** A tag of this project at the commit: the one of the version that was asked for, else of the declared one, else the greatest. */
async function tagAtHead(
  git: Git,
  tags: ProjectTags,
  asked: string | undefined,
  declared: string | undefined,
): Promise<string | undefined> {
  if (!(await git.available()).yes) return undefined;
  const head = await git.head();
  const here = head === undefined ? [] : await git.tagsAt(head);
  const own = survey(tags, undefined).tags.filter((tag) => here.includes(tag.name));
  const of = (version: string | undefined): string | undefined =>
    own.find((tag) => version !== undefined && sameVersion(tag.text, version))?.name;
  return asked === undefined ? (of(declared) ?? own[0]?.name) : of(asked);
}

/** Releases that were tagged before, at other commits than the one that is judged; greatest version first. */
export async function gatherReleases(
  git: Git,
  tags: ProjectTags,
  tag: Fact<ReleaseTag>,
  place: Place,
): Promise<Fact<readonly EarlierRelease[]>> {
  const missing = await gitMissing(git);
  if (missing !== undefined) return missing;
  const [head, shallow] = await Promise.all([git.head(), git.isShallow()]);
  const commit = (tag.known ? tag.value.commit : undefined) ?? head;
  const found = survey(tags, tag.known ? tag.value.name : undefined).tags.flatMap((earlier) => {
    const made = tags.all.find(({ name }) => name === earlier.name);
    return made === undefined || made.commit === commit
      ? []
      : [
          {
            tag: earlier.name,
            version: earlier.version,
            commit: made.commit,
            date: made.date.slice(0, 10),
          },
        ];
  });
  if (found.length === 0 && shallow)
    return notKnown(
      'this clone is shallow and has no earlier tags: git fetch --tags (`fetch-depth: 0` at actions/checkout)',
    );
  return known(
    found.toSorted((a, b) => compareVersions(b.version, a.version)),
    place,
  );
}

/** The version that is to be released: told by option, by the tag, or declared. */
export function candidateOf(
  asked: string | undefined,
  tag: Fact<ReleaseTag>,
  declared: Fact<{ readonly written: string }>,
  releases: Fact<readonly EarlierRelease[]>,
  place: Place,
): Fact<Candidate> {
  const candidate = (text: string, from: Candidate['from'], at: Place): Fact<Candidate> => {
    const version = parseVersion(text);
    const same =
      version !== undefined && releases.known
        ? releases.value.find((earlier) => compareVersions(earlier.version, version) === 0)
        : undefined;
    return known({ text, from, releasedAs: same?.tag }, at);
  };
  if (asked !== undefined) return candidate(asked.replace(/^v(?=\d)/, ''), 'option', place);
  const tagged = tag.known ? (tag.value.version ?? tag.value.looseVersion) : undefined;
  if (tagged !== undefined) return candidate(tagged, 'tag', place);
  return declared.known ? candidate(declared.value.written, 'declared', declared.place) : declared;
}
