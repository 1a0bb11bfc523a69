import { parseTOML } from 'toml-eslint-parser';
import { describeError } from './errors.ts';
import type { Problem } from './finding.ts';
import { lineIndex, type LineIndex } from './line-index.ts';
import { rememberingLast } from './remember.ts';
import type { TomlEntry, TomlNode, TomlTable } from './toml-node.ts';
import { tomlTree } from './toml-tree.ts';

/** A TOML file as a tree of values with places. Where it could not be read it is empty and says why. */
export interface TomlDocument {
  readonly path: string;
  /** False where the text is no TOML: `problems` then holds one problem and `root` is empty. */
  readonly ok: boolean;
  readonly root: TomlTable;
  readonly problems: readonly Problem[];
  /** The value under these keys (and array positions, from 0), or undefined. */
  readonly get: (...keys: readonly (string | number)[]) => TomlNode | undefined;
  /** The same with its key's place; undefined for an array position too. */
  readonly entry: (...keys: readonly (string | number)[]) => TomlEntry | undefined;
}

/**
 * Reads a TOML text. Accepts TOML 1.1 (which allows more than 1.0), so that no file is called broken which
 * some build tool of today can read. Never throws; linear in the text.
 */
export const tomlDocument = rememberingLast((path: string, text: string): TomlDocument => {
  const index = lineIndex(path, text);
  try {
    const program = parseTOML(text, { tomlVersion: '1.1' });
    return documentOf(path, true, tomlTree(program.body[0], text, index), []);
  } catch (error) {
    const empty: TomlTable = { type: 'table', entries: new Map(), range: index.range(0, 0) };
    return documentOf(path, false, empty, [syntaxProblem(error, text, index)]);
  }
});

function documentOf(
  path: string,
  ok: boolean,
  root: TomlTable,
  problems: readonly Problem[],
): TomlDocument {
  const get = (...keys: readonly (string | number)[]): TomlNode | undefined =>
    keys.reduce<TomlNode | undefined>(stepInto, root);
  return {
    path,
    ok,
    root,
    problems,
    get,
    entry(...keys) {
      const table = get(...keys.slice(0, -1));
      const last = keys[keys.length - 1];
      return table?.type === 'table' && typeof last === 'string'
        ? table.entries.get(last)
        : undefined;
    },
  };
}

function stepInto(node: TomlNode | undefined, key: string | number): TomlNode | undefined {
  if (node?.type === 'table') return node.entries.get(String(key))?.value;
  if (node?.type === 'array' && typeof key === 'number') return node.items[key];
  return undefined;
}

function syntaxProblem(error: unknown, text: string, index: LineIndex): Problem {
  // The parser hands a text's characters over as arguments, of which there may be some hundred thousand.
  if (error instanceof RangeError)
    return {
      message: 'Unexpected text of more than 100,000 characters, or depth of arrays, expected less',
      place: index.range(0, 0),
      remedy: 'Move the text to a file of its own.',
    };
  const offset = error instanceof SyntaxError && 'index' in error ? Number(error.index) : 0;
  const words = describeError(error);
  const found = text[offset];
  const at = found === undefined ? 'end of the file' : `\`${JSON.stringify(found).slice(1, -1)}\``;
  const binary = text.includes('\0');
  return {
    message: binary
      ? `Unexpected binary content, expected TOML text`
      : `Unexpected ${at}, expected TOML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    place: index.range(offset, Math.min(offset + 1, text.length)),
    remedy: binary ? 'Save the file as UTF-8 text.' : 'Mend the syntax of this line.',
  };
}
