import { coreValues, normalizedName, parseRequirement, readCoreMetadata } from '@pymaint/python';

/**
 * The extras that a wheel's METADATA declare (`Provides-Extra`), as they are called there, each with the requirements
 * (`Requires-Dist`) that it alone brings, in normal form of their names. This is what was built, so that extras of
 * setup.py and setup.cfg are known by it as well as those of pyproject.toml.
 */
export function providedExtras(metadata: string): ReadonlyMap<string, readonly string[]> {
  const read = readCoreMetadata(metadata);
  const extras = coreValues(read, 'Provides-Extra').map((text) => text.trim());
  const found = new Map<string, string[]>(extras.map((extra) => [extra, []]));
  for (const text of coreValues(read, 'Requires-Dist')) {
    const parsed = parseRequirement(text);
    if (!parsed.ok) continue;
    for (const [, of = ''] of text.matchAll(/\bextra\s*==\s*["']([^"']*)["']/g)) {
      const extra = extras.find((one) => normalizedName(one) === normalizedName(of));
      if (extra !== undefined) found.get(extra)?.push(parsed.requirement.normalizedName);
    }
  }
  return found;
}
