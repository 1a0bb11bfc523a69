import { known, type Fact, type Range } from '@pymaint/core';
import { canonicalVersion } from '../pep440.ts';
import type { DeclaredVersion, VersionKind, VersionSource } from './types.ts';

/** The version, and where the backend takes it from: what each file of backends/ answers. */
export interface VersionReading {
  readonly source: VersionSource;
  readonly version: Fact<DeclaredVersion>;
}

/** A version that stands at a place. */
export const declared = (
  written: string,
  place: Range,
  form: DeclaredVersion['form'] = 'text',
): Fact<DeclaredVersion> => known({ written, canonical: canonicalVersion(written), form }, place);

/** A version that is written in the configuration itself, as any static one. */
export function staticReading(version: Fact<string>, by: string): VersionReading | undefined {
  if (!version.known && version.because === 'not-applicable') return undefined;
  if (!version.known) {
    const pointer = { path: '', line: 1, column: 1 };
    return { source: { kind: 'static', by, path: undefined, pointer }, version };
  }
  const { place, value } = version;
  return {
    source: { kind: 'static', by, path: place.path, pointer: place },
    version: known({ written: value, canonical: canonicalVersion(value), form: 'text' }, place),
  };
}

/** A reading that a pointer of the configuration leads to. */
export const reading = (
  kind: VersionKind,
  by: string,
  pointer: VersionSource['pointer'],
  path: string | undefined,
  version: Fact<DeclaredVersion>,
): VersionReading => ({ source: { kind, by, path, pointer }, version });
