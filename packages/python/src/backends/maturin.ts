import { notKnown, tomlDocument, type TomlDocument } from '@pymaint/core';
import { reading, staticReading, type VersionReading } from '../project/declared.ts';
import { stringAt } from '../project/toml-entries.ts';
import { folderOf, joinPath, type ProjectFiles, type SourceTree } from '../source-tree.ts';
import { pointerTo, textAt, type BackendContext } from './context.ts';

/** The version of Cargo.toml, which maturin takes where `[project]` has none: https://www.maturin.rs/metadata */
export function maturinVersion(context: BackendContext): VersionReading | undefined {
  const { files, pyproject, dynamicVersion } = context;
  if (!dynamicVersion && pyproject.get('project') !== undefined) return undefined;
  const pointer = pointerTo(
    pyproject.get('tool', 'maturin') ?? pyproject.get('project', 'dynamic'),
    pyproject,
  );
  const path = textAt(pyproject, 'tool', 'maturin', 'manifest-path') ?? usualManifest(files);
  const found = cargoVersion(files.tree, files.at(path));
  if ('why' in found)
    return reading('cargo', 'maturin', pointer, files.at(path), notKnown(found.why));
  const { version, source } = found;
  return { source: { ...source, kind: 'cargo', pointer }, version };
}

const usualManifest = (files: ProjectFiles): string =>
  ['Cargo.toml', 'rust/Cargo.toml'].find((path) => files.read(path) !== undefined) ?? 'Cargo.toml';

/** `[package] version`, or that of the workspace where it says `version.workspace = true`. Paths are the tree's. */
function cargoVersion(tree: SourceTree, path: string): VersionReading | { readonly why: string } {
  const document = manifest(tree, path);
  if (document === undefined) return { why: `${path} is not in the sources` };
  const inherited = document.get('package', 'version', 'workspace');
  if (inherited === undefined)
    return (
      staticReading(stringAt(document, 'package', 'version'), 'maturin') ?? {
        why: `${path} has no \`package.version\``,
      }
    );
  for (const candidate of workspaceManifests(document)) {
    const workspace = manifest(tree, candidate);
    const version = workspace && stringAt(workspace, 'workspace', 'package', 'version');
    const read = version?.known ? staticReading(version, 'maturin') : undefined;
    if (read !== undefined) return read;
  }
  return { why: `the workspace that ${path} belongs to is not in the sources` };
}

function manifest(tree: SourceTree, path: string): TomlDocument | undefined {
  const text = tree.read(path);
  return text === undefined ? undefined : tomlDocument(path, text);
}

/** The manifest itself, which may be its own workspace; `package.workspace`; the folders above, nearest first. */
function workspaceManifests(document: TomlDocument): readonly string[] {
  const { path } = document;
  const named = textAt(document, 'package', 'workspace');
  const own = named === undefined ? undefined : joinPath(folderOf(path), named, 'Cargo.toml');
  const above: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
    above.push(joinPath(folderOf(folder), 'Cargo.toml') ?? 'Cargo.toml');
  return [path, ...(own === undefined ? [] : [own]), ...above];
}
