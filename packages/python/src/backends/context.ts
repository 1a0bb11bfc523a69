import type { Fact, Place, TomlDocument, TomlNode } from '@pymaint/core';
import type { IniDocument } from '../ini.ts';
import type { Backend } from '../project/types.ts';
import type { ProjectFiles } from '../source-tree.ts';
import type { SetupPy } from './setup-py.ts';

/** What a backend's reader may look at. */
export interface BackendContext {
  readonly files: ProjectFiles;
  /** pyproject.toml; an empty document where there is none. */
  readonly pyproject: TomlDocument;
  readonly setupCfg: IniDocument | undefined;
  readonly setupPy: SetupPy | undefined;
  readonly backend: Backend;
  /** The project's name, which some backends derive paths from. */
  readonly name: Fact<string>;
  /** True where `[project]` lists `version` in `dynamic`. */
  readonly dynamicVersion: boolean;
}

/** Where a value of pyproject.toml stands; the file's start where it has none. */
export const pointerTo = (node: TomlNode | undefined, { path }: TomlDocument): Place =>
  node?.range ?? { path, line: 1, column: 1 };

/** The text under these keys of pyproject.toml, or undefined. */
export function textAt(
  document: TomlDocument,
  ...keys: readonly (string | number)[]
): string | undefined {
  const node = document.get(...keys);
  return node?.type === 'string' ? node.value : undefined;
}

/** True where the build needs one of these projects. */
export const requiresOneOf = ({ requires }: Backend, ...names: readonly string[]): boolean =>
  requires.some(({ text }) => {
    const name = /^[\w.-]+/
      .exec(text.trim())?.[0]
      ?.replace(/[-_.]+/g, '-')
      .toLowerCase();
    return name !== undefined && names.includes(name);
  });
