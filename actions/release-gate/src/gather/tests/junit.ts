import { fileStart, type Place } from '@pymaint/core';
import type { TestCounts, TestFailure } from '../../facts.ts';
import { oneLine } from '../trouble.ts';

/** What helpers/read-junit gives. */
interface Junit {
  readonly counts: {
    readonly tests: number;
    readonly failures: number;
    readonly errors: number;
    readonly skipped: number;
  };
  readonly failures: readonly JunitFailure[];
}

interface JunitFailure {
  readonly kind: 'failure' | 'error';
  readonly name: string;
  readonly group: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly text: string;
}

/** Reads the counts and failures; `isFile` says which paths are files of the project. */
export function readJunit(
  json: string,
  isFile: (path: string) => boolean,
): { readonly counts: TestCounts; readonly failures: readonly TestFailure[] } {
  const { counts, failures } = JSON.parse(json) as Junit;
  const failed = counts.failures + counts.errors;
  return {
    counts: {
      passed: Math.max(0, counts.tests - failed - counts.skipped),
      failed,
      skipped: counts.skipped,
    },
    failures: failures.map((failure) => ({
      test: failure.name === '' ? failure.file || failure.group : failure.name,
      words: wordsOf(failure),
      place: placeOf(failure, isFile),
    })),
  };
}

/** The assertion's own words: pytest marks them by `E` in its text, and repeats the first in `message`. */
function wordsOf({ kind, message, text }: JunitFailure): string {
  const marked = text
    .split('\n')
    .filter((line) => line.startsWith('E  '))
    .map((line) => line.slice(1).trim())
    .filter((line) => line !== '');
  // A collection error's message says only "collection failure"; its last marked line names the exception.
  if (kind === 'error' || message === '')
    return oneLine(
      marked.findLast((line) => /^[\w.]*(?:Error|Exception)\b/.test(line)) ?? marked[0] ?? message,
    );
  return oneLine(message.split('\n', 1)[0] ?? '');
}

/**
 * Where it went wrong within the test's own file: the last line of the traceback that is there, else the test. A
 * failure deep inside other code is shown where the test called it.
 */
function placeOf({ file, line, text }: JunitFailure, isFile: (path: string) => boolean): Place {
  const lines = [...text.matchAll(/^([^\s:][^:\n]*\.py):(\d+):/gm)].map((match) => ({
    path: (match[1] ?? '').replaceAll('\\', '/'),
    line: Number(match[2]),
  }));
  const path = file.replaceAll('\\', '/');
  const inTest = lines.findLast((one) => one.path === path);
  const within = inTest ?? lines.findLast((one) => isFile(one.path));
  if (within !== undefined && isFile(within.path)) return { ...within, column: 1 };
  if (isFile(path)) return { path, line: Math.max(1, line), column: 1 };
  return fileStart('.');
}
