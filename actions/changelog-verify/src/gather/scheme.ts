import {
  scrivScheme,
  towncrierScheme,
  type Fragment,
  type FragmentScheme,
  readFragments,
} from '@pymaint/changelog';
import { fileStart, known, notApplicable, tomlDocument, type Fact, type Json } from '@pymaint/core';
import { iniDocument } from '@pymaint/python';
import type { Options } from '../options.ts';
import { settingOf, type Sources } from './sources.ts';

/** How the project keeps fragments: told by option, else by the settings of towncrier or scriv. */
export async function gatherScheme(
  sources: Sources,
  options: Options,
): Promise<Fact<FragmentScheme>> {
  const described = options.fragments;
  if (described !== undefined)
    return known(describedScheme(described, options['fragment-types']), fileStart(described));
  return (
    (await towncrier(sources)) ??
    (await scriv(sources)) ??
    notApplicable('the project keeps no fragments that pymaint knows of')
  );
}

/** `changes/{issue}.{type}.md`. */
function describedScheme(pattern: string, types: readonly string[]): FragmentScheme {
  const cut = pattern.lastIndexOf('/');
  return {
    tool: 'custom',
    folders: [cut < 0 ? '.' : pattern.slice(0, cut)],
    types: types.map((id) => ({ id, title: id, showsContent: true })),
    ignored: ['readme', 'readme.*', '.*', '_*', '*template*'],
    naming: { kind: 'pattern', pattern: pattern.slice(cut + 1) },
    changelog: undefined,
  };
}

async function towncrier(sources: Sources): Promise<Fact<FragmentScheme> | undefined> {
  for (const path of ['towncrier.toml', 'pyproject.toml']) {
    const text = path === 'pyproject.toml' ? undefined : await sources.read(path);
    const document = path === 'pyproject.toml' ? sources.pyproject : tomlDocument(path, text ?? '');
    const table = document.entry('tool', 'towncrier');
    const settings = settingOf(document, 'tool', 'towncrier');
    if (table !== undefined && settings !== undefined)
      return known(towncrierScheme(settings), table.keyRange);
  }
  return undefined;
}

/** scriv reads pyproject.toml, and INI files with a section of its name. */
async function scriv(sources: Sources): Promise<Fact<FragmentScheme> | undefined> {
  const table = sources.pyproject.entry('tool', 'scriv');
  const settings = settingOf(sources.pyproject, 'tool', 'scriv');
  if (table !== undefined && settings !== undefined)
    return known(scrivScheme(settings), table.keyRange);
  for (const path of ['changelog.d/scriv.ini', 'setup.cfg', 'tox.ini']) {
    const text = sources.files.includes(path) ? await sources.read(path) : undefined;
    if (text === undefined) continue;
    const { sections } = iniDocument(path, text);
    const section = sections.get('scriv') ?? sections.get('tool:scriv');
    if (section === undefined) continue;
    const values = [...section.options.values()].map(({ key, value }): [string, Json] => [
      key,
      value,
    ]);
    return known(scrivScheme(Object.fromEntries(values)), section.nameRange);
  }
  return undefined;
}

/** The files in the folders of fragments. */
export async function gatherFragments(
  sources: Sources,
  scheme: Fact<FragmentScheme>,
): Promise<Fact<readonly Fragment[]>> {
  if (!scheme.known) return scheme;
  const inside = sources.files.filter((path) =>
    scheme.value.folders.some((folder) => path.startsWith(`${folder}/`)),
  );
  const files = await Promise.all(
    inside.map(async (path) => ({ path, text: (await sources.read(path)) ?? '' })),
  );
  return known(readFragments(scheme.value, files), scheme.place);
}
