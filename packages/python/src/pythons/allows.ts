import { parseVersion } from '../pep440.ts';
import { parseSpecifiers, specifiersContain, type SpecifierSet } from '../specifiers.ts';

/** Patch releases that stand for all of a minor version: bounds that people write lie between them. */
export const PATCHES = ['0', '1', '2', '5', '10', '99'] as const;

/** True where some patch release of a minor version is in the set: `>=3.8.1` allows 3.8, `!=3.9.0` allows 3.9. */
export const allowsMinor = (set: SpecifierSet, minor: string): boolean =>
  PATCHES.some((patch) => {
    const version = parseVersion(`${minor}.${patch}`);
    return version !== undefined && specifiersContain(set, version);
  });

/** Every minor version of Python there has been since 2.6, and some that may come. */
const MINORS = ['2.6', '2.7', ...Array.from({ length: 31 }, (_, minor) => `3.${minor}`)];

/** The minor versions that requires-python allows, oldest first; undefined where it cannot be read. */
export function allowedMinors(requiresPython: string): readonly string[] | undefined {
  const parsed = parseSpecifiers(requiresPython);
  return parsed.ok ? MINORS.filter((minor) => allowsMinor(parsed.set, minor)) : undefined;
}
