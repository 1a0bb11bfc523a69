import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnable, type Console } from '@pymaint/platform';
import { releaseGate } from '@pymaint/release-gate';
import { gitFixture, type Files, type GitFixture } from '@pymaint/testing';
import { runCommand } from '../../packages/cli/src/run-command.ts';

/** One project that is not as it should be, and what the gate says of it. */
export interface Case {
  readonly name: string;
  readonly files: Files;
  /** What files alone cannot be: links, broken repositories. */
  readonly prepare?: (folder: string) => void;
  readonly flags?: readonly string[];
  /** 1 where findings say it, 2 where it must be mended first, 0 where it does no harm. */
  readonly code: 0 | 1 | 2;
  /** Each stands in the output, where lines that were wrapped are joined. */
  readonly words: readonly string[];
}

/** Every process that the gate starts inherits it: by this they are found again, whoever adopted them. */
const MARK = { name: 'PYMAINT_HOSTILE', value: randomUUID() };

/** The project of a case: a repository whose commit is tagged v1.0. */
export async function project(files: Files): Promise<GitFixture> {
  const fixture = await gitFixture(files);
  await fixture.tag('v1.0', 'v1.0');
  return fixture;
}

/** What the gate did with a case, held against what is expected: all that is empty is as it should be. */
export interface Outcome {
  readonly code: number;
  /** Words that it did not say, and what it said instead. */
  readonly missing: readonly string[];
  /** Lines that nobody should see: stack traces, commands for a runner, paths of temporary folders. */
  readonly unwanted: readonly string[];
  /** Command lines of processes that it left. */
  readonly left: readonly string[];
}

/** What a case must give. */
export const expected = ({ code }: Case): Outcome => ({
  code,
  missing: [],
  unwanted: [],
  left: [],
});

/** Runs `pymaint release-gate` on a case. */
export async function outcomeOf({ files, prepare, flags = [], words }: Case): Promise<Outcome> {
  await using repository = await project(files);
  prepare?.(repository.folder);
  process.env[MARK.name] = MARK.value;
  let said = '';
  const write = (text: string): void => {
    said += text;
  };
  const console: Console = {
    args: ['release-gate', repository.folder, ...flags],
    cwd: repository.folder,
    isTerminal: false,
    columns: 200,
    colour: false,
    canRedraw: false,
    unicode: true,
    whenStopped: () => () => undefined,
    write,
    writeError: write,
  };
  const code = await runCommand(console, [runnable(releaseGate)]);
  const text = said
    .replaceAll(repository.folder, 'FOLDER')
    .replace(/\n {6,}/g, ' ')
    .replace(/ +/g, ' ');
  const missing = words.filter((wanted) => !text.includes(wanted));
  return {
    code,
    missing: missing.length === 0 ? [] : [...missing, text],
    unwanted: said.split('\n').filter((line) => UNWANTED.test(line)),
    left: processesWith(`${MARK.name}=${MARK.value}`),
  };
}

const UNWANTED = /^\s+at .*:\d+|defect of pymaint|^(?:::|##\[)|\/pymaint-\d+-/;

/** Linux tells the environment of every process of one's own; elsewhere nothing is found. */
function processesWith(mark: string): readonly string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const environment = readOrNothing(join('/proc', pid, 'environ'));
      const command = readOrNothing(join('/proc', pid, 'cmdline')).replaceAll('\0', ' ');
      // What removes temporary folders behind the run is meant to outlive it.
      return environment.split('\0').includes(mark) && !command.startsWith('rm ') ? [command] : [];
    });
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process is gone, or another user's.
    return '';
  }
}
