import { randomUUID } from 'node:crypto';
import { appendFile, stat } from 'node:fs/promises';
import { orNothing } from '../adapters/file.ts';
import type { Environment } from '../ports/index.ts';

/** Values by name, as a step hands them to the runner. */
export type KeyValues = { readonly [name: string]: string };

/** The runner's files that hold names and values. */
export type KeyValueFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_ENV';

/** What became of values that were to be written. */
export interface Written {
  /** False where the runner gave no file, as outside of a runner. */
  readonly written: boolean;
  /** Names whose values were left empty, since together they would go beyond the limit. */
  readonly dropped: readonly string[];
}

/** One megabyte for the outputs of a job, counted in UTF-16: half as many units. Some is left to other steps. */
const MOST_UNITS = (1024 * 1024 * 3) / 8;

/** A summary that is larger is dropped whole by the runner. */
export const MOST_SUMMARY_BYTES = 1024 * 1024;

/**
 * Appends names and values to one of the runner's files. Values are written between delimiters that cannot occur
 * in them, the smallest first where not all fit.
 * @throws Error for a name that the runner would read as something else, which is a mistake in an action
 */
export async function writeKeyValues(
  env: Environment,
  file: KeyValueFile,
  values: KeyValues,
): Promise<Written> {
  const { text, dropped } = keyValueText(values);
  const path = env[file];
  if (path === undefined || path === '') return { written: false, dropped };
  await appendFile(path, text);
  return { written: true, dropped };
}

/** The text of a file of names and values (FileCommandManager.cs, `EnvFileKeyValuePairs`). */
export function keyValueText(values: KeyValues): {
  readonly text: string;
  readonly dropped: readonly string[];
} {
  const dropped = tooMuch(values);
  const text = Object.entries(values)
    .map(([name, value]) => keyValueBlock(name, dropped.includes(name) ? '' : value))
    .join('');
  return { text, dropped };
}

function tooMuch(values: KeyValues): readonly string[] {
  let left = MOST_UNITS;
  const bySize = Object.entries(values).toSorted(([, a], [, b]) => a.length - b.length);
  return bySize.flatMap(([name, value]) => {
    left -= name.length + value.length;
    return left < 0 ? [name] : [];
  });
}

function keyValueBlock(name: string, value: string): string {
  if (name === '' || /[=\r\n]|<</.test(name)) throw new Error(`\`${name}\` cannot be a name`);
  // Random, so that no text from outside can end the value and begin another: and looked for, to be sure.
  let delimiter = delimit();
  while (value.includes(delimiter)) delimiter = delimit();
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

const delimit = (): string => `pymaint_${randomUUID()}`;

/**
 * Appends Markdown to the job summary, cut at a line where it would go beyond what the runner takes; says so there.
 * False where the runner gave no file.
 */
export async function writeSummary(env: Environment, markdown: string): Promise<boolean> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return false;
  const earlier = (await orNothing(stat(path)))?.size ?? 0;
  await appendFile(path, withinBytes(markdown, MOST_SUMMARY_BYTES - earlier));
  return true;
}

const CUT = '\n\nThis summary was cut here: it was larger than a runner takes.\n';

function withinBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  const room = most - CUT.length;
  const end = room > 0 ? bytes.lastIndexOf('\n', room) : -1;
  return end > 0 ? bytes.subarray(0, end).toString() + CUT : room > 0 ? CUT : '';
}
