import { lineIndex } from '@pymaint/core';
import type { Changelog, Release } from './model.ts';
import { readChangelog, type ReadOptions } from './read.ts';
import { canonicalVersion, compareCanonical } from './version.ts';

/** A file of the folder, with its path from the project's folder. */
export interface ReleaseFile {
  readonly path: string;
  readonly text: string;
}

/** `4.2.1.txt`, `v7.3.0.rst`, `release_3.6.1.rst`, `2.5.2-notes.rst`, `whatsnew-5.3.md`. */
const NAMED =
  /^(?:[a-z][a-z _-]{0,30}?[-_]?)??v?(\d{1,4}(?:\.\d{1,4}){1,4}(?:[-_.]?(?:a|b|rc|post|dev)\d{0,4}){0,2})(?:[-_](?:release[-_])?(?:notes|release|changelog|changes))?\.(?:rst|md|txt)$/i;

/** The version that a file's name holds, in its normal form. */
export function versionOfFile(path: string): string | undefined {
  const written = NAMED.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  return written === undefined ? undefined : canonicalVersion(written);
}

/**
 * Reads a folder with a file for each release (Django, NumPy, Pillow), or for each series (Sphinx). Releases come
 * newest first; their places are in their files. A file without a readable heading counts by its name.
 */
export function readReleaseFolder(
  path: string,
  files: readonly ReleaseFile[],
  options: ReadOptions = {},
): Changelog {
  const read = files.flatMap((file) => {
    const named = versionOfFile(file.path);
    return named === undefined ? [] : [readFile(file, named, options)];
  });
  const releases = read.flatMap(({ releases }) => releases).toSorted(newestFirst);
  const last = files[files.length - 1];
  return {
    path,
    markup: read[0]?.changelog.markup ?? 'rst',
    title: undefined,
    releases,
    linkReferences: read.flatMap(({ changelog }) => changelog.linkReferences),
    problems: read.flatMap(({ changelog }) =>
      changelog.problems.filter(({ kind }) => kind === 'date'),
    ),
    insertion: lineIndex(last?.path ?? path, '').range(0, 0),
  };
}

function readFile(
  file: ReleaseFile,
  named: string,
  options: ReadOptions,
): { readonly changelog: Changelog; readonly releases: readonly Release[] } {
  const changelog = readChangelog(file.path, file.text, options);
  const [first] = changelog.releases;
  const exact = changelog.releases.find((it) => it.version && isSame(it.version.canonical, named));
  const series = changelog.releases.filter(
    (it) => it !== exact && it.version?.canonical.startsWith(`${named}.`),
  );
  if (exact === undefined && series.length > 0) return { changelog, releases: series };
  // A file of a whole series lists it newest first; a heading that names another version below is prose.
  if (exact !== undefined && exact !== first && series.length > 0)
    return { changelog, releases: [...series, exact].toSorted(newestFirst) };
  if (exact !== undefined) return { changelog, releases: [exact] };
  // A heading that names no version ("Release notes") or another spelling of it: the file's name decides.
  const alone = changelog.releases.length === 1 ? first : undefined;
  return { changelog, releases: [wholeFile(file, named, alone)] };
}

const isSame = (a: string, b: string): boolean => compareCanonical(a, b) === 0;

function wholeFile(
  { path, text }: ReleaseFile,
  named: string,
  release: Release | undefined,
): Release {
  const index = lineIndex(path, text);
  const start = index.range(0, 0);
  return {
    kind: release?.kind ?? 'released',
    moreVersions: [],
    version: { written: named, canonical: named, range: release?.heading.textRange ?? start },
    date: release?.date,
    unreleased: release?.unreleased,
    heading: release?.heading ?? {
      style: 'file',
      level: 0,
      text: named,
      range: start,
      textRange: start,
      mark: '',
      links: [],
    },
    body: index.range(0, text.length),
    sections: release?.sections ?? [],
    entries: release?.entries ?? [],
  };
}

const newestFirst = (a: Release, b: Release): number =>
  compareCanonical(b.version?.canonical ?? '0', a.version?.canonical ?? '0');
