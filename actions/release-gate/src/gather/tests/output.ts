import { fileStart, type Place } from '@pymaint/core';
import type { TestCounts, TestFailure } from '../../facts.ts';
import type { ToProject } from '../paths.ts';
import { oneLine } from '../trouble.ts';

/** What could be read of a test run's printed output. */
export interface ReadOutput {
  readonly counts: TestCounts | undefined;
  readonly failures: readonly TestFailure[];
}

/** Reads what unittest and pytest print, also where another tool ran them. */
export function readTestOutput(output: string, toProject: ToProject): ReadOutput {
  const text = output.replaceAll('\r\n', '\n');
  const failures = [...unittestFailures(text, toProject), ...pytestSummary(text, toProject)];
  return { counts: unittestCounts(text) ?? pytestCounts(text), failures };
}

/** Blocks between `=====`: `FAIL: test_x (tests.test_a.T.test_x)`, then a traceback. */
function unittestFailures(text: string, toProject: ToProject): readonly TestFailure[] {
  const blocks = text.split(/^={70}\n/m).slice(1);
  return blocks.flatMap((block) => {
    const head = /^(?:FAIL|ERROR): (\S+)/.exec(block);
    if (head === null) return [];
    const body = block.split(/^-{70}\n/m)[1] ?? '';
    const frames = [...body.matchAll(/^\s*File "([^"\n]+)", line (\d+)/gm)].flatMap((match) => {
      const path = toProject(match[1] ?? '');
      return path === undefined ? [] : [{ path, line: Number(match[2]), column: 1 }];
    });
    const test = head[1] ?? '';
    const words =
      body
        .split('\n')
        .find((line) =>
          /^[A-Za-z_][\w.]*(?:Error|Exception|Failure|Exit|Warning|Interrupt)\b/.test(line),
        ) ??
      body.trim().split('\n').at(-1) ??
      '';
    return [{ test, words: oneLine(words), place: frameOfTest(frames) }];
  });
}

/** The deepest frame of a test file, else the deepest of all. */
const frameOfTest = (frames: readonly Place[]): Place =>
  frames.findLast(({ path }) => /(?:^|\/)test[^/]*\.py$/.test(path)) ??
  frames.at(-1) ??
  fileStart('.');

/** The lines of pytest's short summary: `FAILED tests/test_a.py::test_x - assert 1 == 2`. */
function pytestSummary(text: string, toProject: ToProject): readonly TestFailure[] {
  return [...text.matchAll(/^(?:FAILED|ERROR) ([^\s:]+\.py)(?:::(\S+))?(?: - (.*))?$/gm)].map(
    (match) => {
      const path = toProject(match[1] ?? '');
      return {
        test: match[2] ?? match[1] ?? '',
        words: oneLine(match[3] ?? 'failed'),
        place: path === undefined ? fileStart('.') : lastLine(text, match[1] ?? '', path),
      };
    },
  );
}

/** `tests/test_a.py:12: AssertionError` above the summary. */
function lastLine(text: string, printed: string, path: string): Place {
  const at = text.lastIndexOf(`\n${printed}:`);
  const line =
    at < 0 ? null : /^\d+/.exec(text.slice(at + printed.length + 2, at + printed.length + 12));
  return { path, line: line === null ? 1 : Number(line[0]), column: 1 };
}

function unittestCounts(text: string): TestCounts | undefined {
  const ran = /^Ran (\d+) tests? in /m.exec(text);
  if (ran === null) return undefined;
  const tail = text.slice(ran.index);
  const number = (name: string): number =>
    Number(new RegExp(`\\b${name}=(\\d+)`).exec(tail)?.[1] ?? 0);
  const failed = number('failures') + number('errors') + number('unexpected successes');
  const skipped = number('skipped');
  return { passed: Math.max(0, Number(ran[1]) - failed - skipped), failed, skipped };
}

/** The last line of pytest: `== 2 failed, 14 passed, 1 skipped in 0.12s ==`. */
function pytestCounts(text: string): TestCounts | undefined {
  const line = text
    .split('\n')
    .findLast((line) => /\b\d+ (?:passed|failed|error)/.test(line) && / in [\d.]+s/.test(line));
  if (line === undefined) return undefined;
  const number = (name: string): number =>
    Number(new RegExp(`\\b(\\d+) ${name}`).exec(line)?.[1] ?? 0);
  return {
    passed: number('passed'),
    failed: number('failed') + number('error'),
    skipped: number('skipped'),
  };
}
