import { fileStart, known, notKnown, tomlDocument, type Fact } from '@pymaint/core';
import type { Workspace } from '@pymaint/platform';
import type { Project } from '../facts.ts';

/** What the project says of itself. */
export async function gatherProject(workspace: Workspace): Promise<Fact<Project>> {
  const path = 'pyproject.toml';
  const text = await workspace.read(path);
  if (text === undefined) return notKnown('there is no pyproject.toml');
  const { root } = tomlDocument(path, text);
  const table = root.entries.get('project')?.value;
  const name = table?.type === 'table' ? table.entries.get('name')?.value : undefined;
  if (name?.type !== 'string') return notKnown('pyproject.toml gives no name');
  return known(
    {
      name: name.value,
      normalizedName: name.value.toLowerCase().replaceAll(/[-_.]+/g, '-'),
      backend: '',
      versionFromGit: false,
    },
    fileStart(path),
  );
}

/** The version that the sources declare. */
export async function gatherDeclared(workspace: Workspace): Promise<Fact<string>> {
  const path = 'pyproject.toml';
  const { root } = tomlDocument(path, (await workspace.read(path)) ?? '');
  const table = root.entries.get('project')?.value;
  const version = table?.type === 'table' ? table.entries.get('version')?.value : undefined;
  if (version?.type !== 'string') return notKnown('pyproject.toml gives no version');
  return known(version.value, version.content);
}
