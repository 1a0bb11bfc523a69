import { notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { Metadata } from './types.ts';

const KEYS = [
  'name',
  'version',
  'description',
  'requiresPython',
  'dependencies',
  'optionalDependencies',
  'classifiers',
  'keywords',
  'license',
  'licenseFiles',
  'readme',
  'urls',
  'scripts',
  'guiScripts',
  'entryPoints',
] as const satisfies readonly (keyof Metadata)[];

/** Metadata of which nothing is declared, for the given reason. */
export function noMetadata(why: string): Metadata {
  const absent = notApplicable(why);
  return Object.fromEntries(KEYS.map((key) => [key, absent])) as unknown as Metadata;
}

/** Takes from `second` what `first` does not declare. */
export const mergeMetadata = (first: Metadata, second: Metadata): Metadata =>
  Object.fromEntries(
    KEYS.map((key) => [key, either(first[key], second[key])]),
  ) as unknown as Metadata;

/** The first fact unless it says that there is no such thing and the second one does not. */
const either = (first: Fact<unknown>, second: Fact<unknown>): Fact<unknown> =>
  !first.known && first.because === 'not-applicable' ? second : first;

/** Where more may be declared than could be seen, what was not seen is not known. */
export const doubtAbsent = (metadata: Metadata, why: string): Metadata =>
  Object.fromEntries(
    KEYS.map((key) => {
      const fact: Fact<unknown> = metadata[key];
      return [key, !fact.known && fact.because === 'not-applicable' ? notKnown(why) : fact];
    }),
  ) as unknown as Metadata;
