import { tomlDocument, tomlValue, type Json, type TomlDocument } from '@pymaint/core';
import type { Workspace } from '@pymaint/platform';

/** The project's files. */
export interface Sources {
  /** All of them, sorted. */
  readonly files: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
  /** Empty where there is none, or where it is broken. */
  readonly pyproject: TomlDocument;
}

/** Lists the project's files and reads its pyproject.toml. */
export async function gatherSources(workspace: Workspace): Promise<Sources> {
  const [files, text] = await Promise.all([workspace.list(), workspace.read('pyproject.toml')]);
  return {
    files,
    read: (path) => workspace.read(path),
    pyproject: tomlDocument('pyproject.toml', text ?? ''),
  };
}

/** The plain value under these keys of a TOML document. */
export function settingOf(document: TomlDocument, ...keys: readonly string[]): Json | undefined {
  const node = document.get(...keys);
  return node === undefined ? undefined : tomlValue(node);
}
