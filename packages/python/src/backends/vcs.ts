import { notApplicable, type Place } from '@pymaint/core';
import { reading, type VersionReading } from '../project/declared.ts';

/** A version that is made of tags when the package is built: no file of the sources holds it. */
export const vcsReading = (by: string, pointer: Place): VersionReading =>
  reading(
    'vcs',
    by,
    pointer,
    undefined,
    notApplicable(`${by} makes the version of the repository's tags`),
  );
