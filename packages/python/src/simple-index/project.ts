import { normalizedName } from '../names.ts';
import { parseVersion, type Version } from '../pep440.ts';

/** One file of a project on a package index. */
export interface IndexedFile {
  readonly filename: string;
  /** The version that the file's name holds; undefined where it holds none by PEP 440. */
  readonly version: Version | undefined;
  /** `wheel`, `sdist`, or an older kind that pip no longer takes. */
  readonly kind: 'wheel' | 'sdist' | 'other';
  /** What it runs on, for a wheel: `any`, `linux`, `musllinux`, `macos`, `windows` or as its tag is written. */
  readonly platforms: readonly string[];
  /** Why it was yanked (PEP 592), '' without a reason; undefined where it was not. */
  readonly yanked: string | undefined;
}

/** A project as the Simple repository API tells of it. */
export interface IndexedProject {
  readonly files: readonly IndexedFile[];
  /** Versions without a file (PEP 700 lists them): what was removed, or is yet to come. */
  readonly bareVersions: readonly Version[];
}

const WHEEL = /^([^-]+)-([^-]+)(?:-\d[^-]*)?-([^-]+)-([^-]+)-([^-]+)\.whl$/;
const SDIST = /\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip|tar\.Z)$/;

/** Reads the name of a distribution's file (binary distribution format; PEP 625, and the names before it). */
export function indexedFile(
  filename: string,
  project: string,
  yanked?: string | boolean,
): IndexedFile {
  const file = { filename, yanked: yankReason(yanked) };
  const wheel = WHEEL.exec(filename);
  if (wheel !== null) {
    const platforms = [...new Set((wheel[5] ?? '').split('.').map(platformOf))];
    return { ...file, kind: 'wheel', version: parseVersion(wheel[2] ?? ''), platforms };
  }
  if (SDIST.test(filename)) {
    const version = versionOfSdist(filename.replace(SDIST, ''), project);
    return { ...file, kind: 'sdist', version, platforms: [] };
  }
  const egg = /^[^-]+-([^-]+)(?:-py[\d.]+)?.*\.(?:egg|exe|msi|rpm)$/.exec(filename);
  return { ...file, kind: 'other', version: parseVersion(egg?.[1] ?? ''), platforms: [] };
}

/** A reason may be the empty text: only `false`, or nothing, says that it was not yanked. */
const yankReason = (yanked: string | boolean | undefined): string | undefined =>
  yanked === true ? '' : yanked === false ? undefined : yanked;

/** The name of an older sdist may hold hyphens, as its version may: the project's own name says where it ends. */
function versionOfSdist(stem: string, project: string): Version | undefined {
  const wanted = normalizedName(project);
  for (let at = stem.indexOf('-'); at !== -1; at = stem.indexOf('-', at + 1))
    if (normalizedName(stem.slice(0, at)) === wanted) return parseVersion(stem.slice(at + 1));
  return undefined;
}

function platformOf(tag: string): string {
  if (tag.startsWith('musllinux')) return 'musllinux';
  if (tag.startsWith('manylinux') || tag.startsWith('linux')) return 'linux';
  if (tag.startsWith('macosx')) return 'macos';
  return tag.startsWith('win') ? 'windows' : tag;
}
