import {
  compareVersions,
  isPrerelease,
  type IndexedFile,
  type IndexedProject,
  type Version,
} from '@pymaint/python';

/** One release on the index. */
export interface IndexedRelease {
  readonly version: Version;
  readonly files: readonly IndexedFile[];
  /** True where every file of it was yanked. */
  readonly yanked: boolean;
}

/** The releases that have files, greatest version first. */
export function indexedReleases({ files }: IndexedProject): readonly IndexedRelease[] {
  const byVersion = new Map<string, { readonly version: Version; readonly files: IndexedFile[] }>();
  for (const file of files) {
    if (file.version === undefined) continue;
    const { canonical } = file.version;
    const release = byVersion.get(canonical) ?? { version: file.version, files: [] };
    release.files.push(file);
    byVersion.set(canonical, release);
  }
  return [...byVersion.values()]
    .map((release) => ({
      ...release,
      yanked: release.files.every(({ yanked }) => yanked !== undefined),
    }))
    .toSorted((a, b) => compareVersions(b.version, a.version));
}

/** The last two releases that still count: final ones where there are any. */
export function lastTwo(
  releases: readonly IndexedRelease[],
): readonly [IndexedRelease | undefined, IndexedRelease | undefined] {
  const valid = releases.filter(({ yanked }) => !yanked);
  const finals = valid.filter(({ version }) => !isPrerelease(version));
  const [last, before] = finals.length > 0 ? finals : valid;
  return [last, before];
}
