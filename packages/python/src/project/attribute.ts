import { lineIndex, notKnown } from '@pymaint/core';
import { pythonModule, type PyModule } from '../source/module.ts';
import { pyUnknown, type PyValue } from '../source/values.ts';
import { folderOf, joinPath, type ProjectFiles } from '../source-tree.ts';
import { reading, type VersionReading } from './declared.ts';
import type { VersionSource } from './types.ts';
import { versionOfValue } from './version-value.ts';

/** A value of a Python file and the file that holds it, imports followed. */
export interface FoundAttribute {
  readonly path: string;
  readonly value: PyValue;
}

/** How many files an import may lead through. */
const LONGEST = 8;

/**
 * The module of a dotted name under one of these folders (relative to the project): `a/b.py` or `a/b/__init__.py`.
 * The path is relative to the project.
 */
export function findModule(
  files: ProjectFiles,
  module: string,
  folders: readonly string[],
): string | undefined {
  const base = module.replaceAll('.', '/');
  for (const folder of folders)
    for (const candidate of [`${base}.py`, `${base}/__init__.py`]) {
      const path = joinPath(folder, candidate);
      if (path !== undefined && files.read(path) !== undefined) return path;
    }
  return undefined;
}

/**
 * What `names` lead to in a file: the first one a name of the module, the next ones attributes of what it is.
 * Imports are followed as far as their files are in the project. Total.
 */
export function attributeOf(
  files: ProjectFiles,
  path: string,
  names: readonly string[],
  steps = 0,
): FoundAttribute {
  const file = files.read(path);
  const full = file?.path ?? files.at(path);
  const start = lineIndex(full, '').range(0, 0);
  if (file === undefined)
    return { path: full, value: pyUnknown(`${full} is not in the sources`, start) };
  const [name, ...rest] = names;
  if (name === undefined || steps > LONGEST)
    return { path: full, value: pyUnknown('its imports lead nowhere', start) };
  const module = pythonModule(full, file.text);
  const value = module.value(name);
  if (value.type === 'imported')
    return (
      followImport(files, path, value.module, [...value.attributes, ...rest], steps) ?? {
        path: full,
        value,
      }
    );
  // `pkg.sub` where the package itself does not import it.
  if (!module.bindings.some((binding) => binding.name === name) && rest.length > 0) {
    const sub = findModule(files, name, [folderOf(path)]);
    if (sub !== undefined) return attributeOf(files, sub, rest, steps + 1);
  }
  return {
    path: full,
    value: rest.length === 0 ? value : pyUnknown('it is an attribute of an object', value.range),
  };
}

function followImport(
  files: ProjectFiles,
  from: string,
  module: string,
  names: readonly string[],
  steps: number,
): FoundAttribute | undefined {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const name = module.slice(dots);
  const start = dots === 0 ? rootsOf(files, from) : [parentFolder(from, dots)];
  const target = name === '' ? packageFile(files, start) : findModule(files, name, start);
  if (target === undefined && name === '') return submodule(files, start, names, steps);
  if (target === undefined) {
    const [folder] = start;
    const missing =
      dots > 0 && folder !== undefined
        ? joinPath(folder, `${name.replaceAll('.', '/')}.py`)
        : undefined;
    return missing === undefined ? undefined : attributeOf(files, missing, names, steps + 1);
  }
  return target === from || name === ''
    ? (submodule(files, start, names, steps) ??
        (target === from ? undefined : attributeOf(files, target, names, steps + 1)))
    : attributeOf(files, target, names, steps + 1);
}

/** `from . import _version`: a module beside this one. */
function submodule(
  files: ProjectFiles,
  folders: readonly string[],
  [name, ...rest]: readonly string[],
  steps: number,
): FoundAttribute | undefined {
  const target = name === undefined ? undefined : findModule(files, name, folders);
  return target === undefined || rest.length === 0
    ? undefined
    : attributeOf(files, target, rest, steps + 1);
}

const packageFile = (files: ProjectFiles, folders: readonly string[]): string | undefined =>
  folders
    .map((folder) => joinPath(folder, '__init__.py'))
    .find((path) => path !== undefined && files.read(path) !== undefined);

/** The folder that `.` (one dot) or `..` (two) mean in a file. */
function parentFolder(path: string, dots: number): string {
  let folder = folderOf(path);
  for (let at = 1; at < dots; at += 1) folder = folderOf(folder);
  return folder;
}

/** Where an absolute import may start: the folder above the topmost package of the file, and the project's own. */
function rootsOf(files: ProjectFiles, path: string): readonly string[] {
  let folder = folderOf(path);
  while (folder !== '' && files.read(`${folder}/__init__.py`) !== undefined)
    folder = folderOf(folder);
  return [...new Set([folder, '', 'src'])];
}

/** Reads `attr` by the pointer that the configuration gives. */
export function attributeReading(
  files: ProjectFiles,
  path: string,
  names: readonly string[],
  by: string,
  pointer: VersionSource['pointer'],
): VersionReading {
  const { path: holder, value } = attributeOf(files, path, names);
  const version = versionOfValue(value);
  if (!version.known)
    return reading('computed', by, pointer, holder, notKnown(`${holder}: ${version.why}`));
  const kind = version.value.form === 'call' ? 'call' : 'attr';
  return reading(kind, by, pointer, version.place.path, version);
}

/** The names that a module binds, for what looks for one of several. */
export const moduleAt = (files: ProjectFiles, path: string): PyModule | undefined => {
  const file = files.read(path);
  return file && pythonModule(file.path, file.text);
};
