import { count, failIf, skip, type Problem } from '@pymaint/core';
import type { Entry, Project } from '@pymaint/python';
import { check } from '../../check.ts';
import type { ImportRun } from '../../facts.ts';

/** Every command of the package finds the function that it starts. */
export const entryPointsImport = check({
  id: 'artifact/entry-points-import',
  summary: 'The package’s entry points can be imported',
  reads: ['imports', 'project'],
  needs: ['artifact/builds', 'artifact/imports'],
  judge: ({ imports, project }) => {
    const { entryPoints } = imports.value;
    if (entryPoints.length === 0) return skip('the wheel has no entry points');
    return failIf(
      entryPoints.flatMap((point) => problemOf(point, imports.value, project.value) ?? []),
      count(entryPoints.length, 'entry point'),
    );
  },
});

function problemOf(
  point: ImportRun['entryPoints'][number],
  { modules }: ImportRun,
  project: Project,
): Problem | undefined {
  const { group, name, module, attributes, error } = point;
  if (error === undefined) return undefined;
  const isCommand = group === 'console_scripts' || group === 'gui_scripts';
  const lacksOwn = modules.some(
    (own) => error.includes(`'${own.module}.`) || error.includes(`'${own.module}'`),
  );
  // A plugin imports the program that it is for, which need not be installed.
  if (!isCommand && !lacksOwn && !error.startsWith('AttributeError')) return undefined;
  const object = attributes === '' ? module : `${module}:${attributes}`;
  const entry = declaredAt(project, name);
  return {
    level: isCommand ? 'error' : 'warning',
    message: `Unexpected entry point \`${name} = ${object}\` of ${group}, expected one that can be imported: ${error}`,
    place: entry?.place ?? { path: project.file, line: 1, column: 1 },
    remedy: `name a function that is there, and what it needs in \`dependencies\``,
  };
}

const declaredAt = ({ scripts, guiScripts }: Project, name: string): Entry | undefined =>
  (scripts.known ? scripts.value.get(name) : undefined) ??
  (guiScripts.known ? guiScripts.value.get(name) : undefined);
