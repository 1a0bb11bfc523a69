import type { Place } from '@pymaint/core';
import type { DocsWarning } from '../../facts.ts';
import type { ToProject } from '../paths.ts';
import { oneLine } from '../trouble.ts';

/** What Sphinx said was wrong. */
export interface SphinxOutput {
  readonly warnings: readonly DocsWarning[];
  /** True where inventories of other projects could not be fetched, so that unresolved references mean nothing. */
  readonly offline: boolean;
}

/**
 * `PATH:LINE: WARNING: …`, `PATH: WARNING: …`, `PATH:docstring of NAME:LINE: WARNING: …`, `WARNING: …`. Windows paths
 * begin with a drive, so the first colon may belong to the path.
 */
const LINE =
  /^(?:((?:[A-Za-z]:)?[^:\n]*):(?:docstring of ([^:\n]+):)?(?:(\d+):)?(?:\d+:)? )?(WARNING|ERROR|CRITICAL|SEVERE): (.+)$/;

/** Reads the warnings; a message's further lines repeat the source and are left to the log. */
export function readSphinxOutput(
  output: string,
  toProject: ToProject,
  fallback: Place,
  objectPlace: (path: string, name: string) => Place,
): SphinxOutput {
  const warnings: DocsWarning[] = [];
  const seen = new Set<string>();
  let offline = false;
  for (const line of output.split(/\r?\n/)) {
    const match = LINE.exec(line);
    if (match === null) continue;
    const [, printed = '', object, number, , message = ''] = match;
    if (/failed to reach any of the inventories/.test(message)) {
      offline = true;
      continue;
    }
    const path = printed === '' ? undefined : toProject(printed);
    const place =
      path === undefined
        ? fallback
        : object === undefined
          ? { path, line: Math.max(1, Number(number ?? 1)), column: 1 }
          : objectPlace(path, object);
    const words = oneLine(message);
    const key = `${place.path}:${place.line}:${words}`;
    if (seen.has(key)) continue;
    seen.add(key);
    warnings.push({ message: words, place });
  }
  return {
    offline,
    warnings: offline ? warnings.filter(({ message }) => !isReference(message)) : warnings,
  };
}

/**
 * Sphinx shows a warning's type in brackets at its end (from 7.3 on); `ref.…` are references that lead nowhere. Earlier
 * ones are known by the words of the domains (`dangling_warnings` of `sphinx.domains.std`).
 */
const isReference = (message: string): boolean =>
  /\[(?:ref\.|intersphinx)|reference target not found|undefined label|unknown (?:document|keyword|option)|term not in glossary/i.test(
    message,
  );
