import { known, notApplicable, UserError, type Fact, type Place } from '@pymaint/core';
import { isPlainFinal, parseVersion, type Project, type Version } from '@pymaint/python';
import type { Options } from '../options.ts';
import { isPlaceholder } from '../judging/judge-slots.ts';
import type { Release, Target } from '../facts.ts';

/** A version that an option names. @throws UserError where it is none */
export function versionOption(name: keyof Options, text: string): Version {
  const version = parseVersion(text);
  if (version === undefined)
    throw new UserError(`Unexpected \`${name}\` \`${text}\`, expected a version such as \`1.4.0\``);
  return version;
}

/** The version that places are held against: told by option, declared, or of the newest final tag. */
export function targetOf(
  options: Pick<Options, 'expected'>,
  project: Fact<Project>,
  releases: Fact<readonly Release[]>,
  place: Place,
): Fact<Target> {
  if (options.expected !== undefined)
    return known({ version: versionOption('expected', options.expected), from: 'option' }, place);
  if (!project.known) return project;
  const { version, versionSource } = project.value;
  if (version.known) {
    const declared = parseVersion(version.value.written);
    if (declared === undefined) return notApplicable('the declared version is none by PEP 440');
    return isPlaceholder(declared)
      ? notApplicable(`the declared version \`${declared.text}\` stands for one that is built in`)
      : known({ version: declared, from: 'declared' }, version.place);
  }
  if (versionSource.kind !== 'vcs') return version;
  if (!releases.known) return releases;
  const newest =
    releases.value.find((release) => isPlainFinal(release.version)) ?? releases.value[0];
  return newest === undefined
    ? notApplicable('no tag releases this project yet')
    : known({ version: newest.version, from: 'tags' }, place);
}
