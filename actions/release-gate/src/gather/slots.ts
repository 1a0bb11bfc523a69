import { fileStart, known, notApplicable, type Fact, type Known } from '@pymaint/core';
import { fileName, pythonModule, type Project } from '@pymaint/python';
import type { VersionSlot } from '../facts.ts';
import type { Sources } from './sources.ts';

/** Modules of a package in which projects state the version. */
const MODULES = ['__init__.py', '__version__.py', '_version.py', '__about__.py', 'version.py'];

/**
 * The plain `__version__` texts of the package that bears the project's name, the one that the build backend itself
 * reads left out. Vendored and inner packages state versions of their own, so nothing else is looked at.
 */
export async function gatherSlots(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<readonly Known<VersionSlot>[]>> {
  if (!project.known) return project;
  const { name, versionSource, version } = project.value;
  if (!name.known) return name;
  if (versionSource.kind === 'vcs')
    return notApplicable(
      'the version is made of git’s tags, and files that hold it are made with it',
    );
  const module = fileName(name.value);
  const folders = [module, `src/${module}`, `lib/${module}`];
  const paths = [
    ...folders.flatMap((folder) => MODULES.map((file) => `${folder}/${file}`)),
    `${module}.py`,
    `src/${module}.py`,
  ].filter((path) => sources.files.includes(path));
  const slots = await Promise.all(paths.map((path) => slotOf(sources, path)));
  return known(
    slots
      .flatMap((slot) => slot ?? [])
      .filter(({ place }) => !(version.known && samePlace(place, version.place))),
    fileStart(project.value.file),
  );
}

async function slotOf(sources: Sources, path: string): Promise<Known<VersionSlot> | undefined> {
  const text = await sources.read(path);
  // Most files state nothing, and reading Python takes longer than looking for a word.
  if (text === undefined || !text.includes('__version__')) return undefined;
  const binding = pythonModule(path, text).binding('__version__');
  const value = binding?.condition === 'always' ? binding.value() : undefined;
  return value?.type === 'string' && !value.computed && value.content !== undefined
    ? known({ name: '__version__', text: value.value }, value.content)
    : undefined;
}

const samePlace = (a: { path: string; line: number }, b: { path: string; line: number }): boolean =>
  a.path === b.path && a.line === b.line;
