import { known, notApplicable, type Fact, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Candidate, Project, ReleaseTag } from '../facts.ts';
import type { Options } from '../options.ts';

/** The tag that releases the version: told by option, by the workflow's event, or standing at the commit. */
export async function gatherTag(
  options: Options,
  { git, event }: Ports,
  project: Project,
  place: Place,
): Promise<Fact<ReleaseTag>> {
  const name = options.tag ?? (event?.refType === 'tag' ? event.refName : undefined);
  if (name === undefined) return notApplicable('there is no tag yet');
  const tags = (await git.available()).yes ? await git.tags() : [];
  const version = versionIn(name, project.normalizedName);
  return known(
    { name, version, shape: '', commit: tags.find((tag) => tag.name === name)?.commit },
    place,
  );
}

/** The version in a tag. */
const versionIn = (tag: string, name: string): string | undefined =>
  new RegExp(`^(?:${name}-)?v?(\\d.*)$`).exec(tag)?.[1];

/** The version that is to be released: told by option, by the tag, or declared. */
export function candidateOf(
  version: string | undefined,
  tag: Fact<ReleaseTag>,
  declared: Fact<string>,
  place: Place,
): Fact<Candidate> {
  if (version !== undefined) return known({ text: version, from: 'option' }, place);
  if (tag.known && tag.value.version !== undefined)
    return known({ text: tag.value.version, from: 'tag' }, place);
  if (!declared.known) return declared;
  return known({ text: declared.value, from: 'declared' }, declared.place);
}
