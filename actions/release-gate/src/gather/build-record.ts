import { pinned } from './reuse.ts';

/** What a build installed into one of its environments. */
export interface IsolatedInstall {
  readonly requirements: readonly string[];
  /** `name==version`, sorted. */
  readonly installed: readonly string[];
}

/** What is kept beside a build, so that a later run can tell whether it would give the same again. */
export interface BuildRecord {
  readonly isolated: readonly IsolatedInstall[];
  /** SHA-256 by file name. */
  readonly hashes: { readonly [file: string]: string };
}

/** The name of the record's file. */
export const RECORD = 'pymaint.json';

/**
 * Reads from the output of `python -m build --verbose` what it installed for the backend; undefined where it cannot be
 * told. Lines of pip begin with `< `, and long ones go on in the next line, indented.
 */
export function isolatedInstalls(output: string): readonly IsolatedInstall[] | undefined {
  const parts = output.split(/^\* Installing packages in isolated environment:.*$/m).slice(1);
  const installs = parts.map(readInstall);
  return installs.every((install) => install !== undefined) ? installs : undefined;
}

function readInstall(part: string): IsolatedInstall | undefined {
  const lines = part.split(/\r?\n/).slice(1);
  const end = lines.findIndex((line) => !line.startsWith('  - '));
  const requirements = lines.slice(0, end).map((line) => line.slice(4).trim());
  const at = lines.findIndex((line) => line.startsWith('< Successfully installed '));
  if (requirements.length === 0 || at < 0) return undefined;
  const rest = lines.slice(at + 1);
  const next = rest.findIndex((line) => !line.startsWith('  '));
  const words = [lines[at]?.slice('< Successfully installed '.length) ?? '', ...rest.slice(0, next)]
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const installed = words.map((word) => {
    const dash = word.lastIndexOf('-');
    return dash < 1 ? undefined : pinned(word.slice(0, dash), word.slice(dash + 1));
  });
  return installed.every((word) => word !== undefined)
    ? { requirements, installed: installed.toSorted() }
    : undefined;
}

/**
 * True for a build that gives the same as long as its requirements do: one without compiled parts, which depend on the
 * machine's compiler and libraries, and without requirements by address, whose content can change.
 */
export const canBeKept = (
  installs: readonly IsolatedInstall[] | undefined,
  wheel: string,
): installs is readonly IsolatedInstall[] =>
  installs !== undefined &&
  wheel.endsWith('-none-any.whl') &&
  installs.every(({ requirements }) => requirements.every((text) => !/[@/\\]/.test(text)));

/** The record of an earlier run, or undefined where it is missing or broken. */
export function readRecord(text: string | undefined): BuildRecord | undefined {
  try {
    const record = JSON.parse(text ?? '') as BuildRecord;
    return Array.isArray(record.isolated) && typeof record.hashes === 'object' ? record : undefined;
  } catch {
    return undefined;
  }
}
