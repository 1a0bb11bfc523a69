import { lineIndex, type Range } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import { projectFiles, type SourceTree } from '../source-tree.ts';

/** A day that belongs to the version beside it. */
export interface ReleaseDate {
  /** Exactly the characters of `written`. */
  readonly place: Range;
  /** `2026-11-24`. */
  readonly written: string;
  /** What it is, for people. */
  readonly what: string;
  /** The version that the file names, as written; undefined where it names none. */
  readonly version: string | undefined;
}

/** Where each file keeps its day and its version. Only keys at the top count: others belong to works that are referred to. */
const FILES: readonly {
  readonly path: string;
  readonly key: string;
  readonly day: RegExp;
  readonly version: RegExp;
}[] = [
  {
    path: 'CITATION.cff',
    key: 'date-released',
    day: /^date-released:[ \t]*["']?(\d{4}-\d\d-\d\d)/dm,
    version: /^version:[ \t]*["']?([^'"#\s]+)/m,
  },
  {
    path: '.zenodo.json',
    key: 'publication_date',
    day: /^(?: {1,4}|\t)"publication_date"\s*:\s*"(\d{4}-\d\d-\d\d)"/dm,
    version: /^(?: {1,4}|\t)"version"\s*:\s*"([^"\\]+)"/m,
  },
];

/** The files that {@link findReleaseDates} reads, in the project's folder. */
export const DATED_FILES: readonly string[] = FILES.map(({ path }) => path);

/** The days of release that CITATION.cff (`date-released`, Citation File Format 1.2.0) and .zenodo.json tell. */
export function findReleaseDates(tree: SourceTree, project: Project): readonly ReleaseDate[] {
  const files = projectFiles(tree, project.folder);
  return FILES.flatMap(({ path, key, day, version }): readonly ReleaseDate[] => {
    const file = files.read(path);
    const span = file === undefined ? undefined : day.exec(file.text)?.indices?.[1];
    if (file === undefined || span === undefined) return [];
    return [
      {
        place: lineIndex(file.path, file.text).range(...span),
        written: file.text.slice(...span),
        what: `\`${key}\` of ${file.path}`,
        version: version.exec(file.text)?.[1],
      },
    ];
  });
}
