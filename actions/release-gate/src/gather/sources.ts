import { tomlDocument, tomlValue, type Json, type TomlDocument } from '@pymaint/core';
import type { Workspace } from '@pymaint/platform';

/** The project's files, as the finders of test and documentation commands look at them. */
export interface Sources {
  /** All of them, sorted. */
  readonly files: readonly string[];
  /** Empty where there is none, or where it is broken. */
  readonly pyproject: TomlDocument;
  readonly read: (path: string) => Promise<string | undefined>;
}

/** Lists the project's files and reads its pyproject.toml. */
export async function gatherSources(workspace: Workspace): Promise<Sources> {
  const [files, text] = await Promise.all([workspace.list(), workspace.read('pyproject.toml')]);
  return {
    files,
    pyproject: tomlDocument('pyproject.toml', text ?? ''),
    read: (path) => workspace.read(path),
  };
}

/** The plain value under these keys of pyproject.toml. */
export function settingOf(sources: Sources, ...keys: readonly string[]): Json | undefined {
  const node = sources.pyproject.get(...keys);
  return node === undefined ? undefined : tomlValue(node);
}

/** The texts of an array, other items left out; a lone text counts as an array of one. */
export const textsOf = (value: Json | undefined): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.filter((item) => typeof item === 'string')
      : [];

/** The keys and values of a table; nothing for any other value. */
export const tableOf = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};
