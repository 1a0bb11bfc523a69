import { canonicalVersion, compareVersions, parseVersion } from '@pymaint/python';

export { canonicalVersion };

/** Negative where version `a` comes before `b`; a text that is no version comes before all. */
export function compareCanonical(a: string, b: string): number {
  const [first, second] = [parseVersion(a), parseVersion(b)];
  if (first === undefined || second === undefined)
    return Number(first !== undefined) - Number(second !== undefined);
  return compareVersions(first, second);
}
