import { failIf, type Place, type Problem } from '@pymaint/core';
import {
  checkCoreMetadata,
  normalizedName,
  readCoreMetadata,
  type CoreFault,
  type Entry,
  type Project,
} from '@pymaint/python';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';
import { metadataValue } from '../../judging/metadata.ts';
import { requirementsOf } from '../../judging/requirements.ts';
import { faultProblem } from '../../judging/value-fault.ts';

/**
 * The metadata that were built are such as the index takes. What the project's own files declare has checks that need no
 * build, so this one tells of what only the build shows.
 */
export const coreMetadata = check({
  id: 'artifact/core-metadata',
  summary: 'The built metadata are valid by the specifications',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const declared = declaredEntries(project.value);
    const told = new Map<string, { readonly fault: CoreFault; readonly files: string[] }>();
    for (const distribution of [sdist, wheel])
      for (const fault of faultsOf(distribution)) {
        const key = `${fault.field}\n${fault.value}\n${fault.words}`;
        if (declared.get(fault.field)?.has(keyOf(fault.field, fault.value)) === true) continue;
        const known = told.get(key);
        if (known === undefined) told.set(key, { fault, files: [distribution.filename] });
        else known.files.push(distribution.filename);
      }
    const problems = [...told.values()].map(({ fault, files }): Problem =>
      faultProblem(
        fault,
        placeOf(fault, project.value, project.place),
        ` in ${files.join(' and ')}`,
      ),
    );
    return failIf(problems, `version ${metadataValue(wheel, 'Metadata-Version')}`);
  },
});

function faultsOf(distribution: Distribution): readonly CoreFault[] {
  const text = distribution.texts['METADATA'] ?? distribution.texts['PKG-INFO'];
  return text === undefined
    ? [{ field: '', value: '', words: 'lack of metadata', expected: '`PKG-INFO` or `METADATA`' }]
    : checkCoreMetadata(readCoreMetadata(text));
}

/** Values that other checks judge where they are written. */
function declaredEntries(project: Project): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = (entries: readonly Entry[]): ReadonlySet<string> =>
    new Set(entries.map(({ text }) => text));
  const { classifiers, license, urls } = project;
  const published = requirementsOf(project).filter(({ published }) => published);
  return new Map([
    ['Classifier', classifiers.known ? texts(classifiers.value) : new Set<string>()],
    [
      'Project-URL',
      new Set(urls.known ? [...urls.value].map(([label, { text }]) => `${label}, ${text}`) : []),
    ],
    ['License-Expression', new Set(license.known ? [license.value.value] : [])],
    ['Summary', new Set(project.description.known ? [project.description.value] : [])],
    [
      'Requires-Python',
      new Set(project.requiresPython.known ? [project.requiresPython.value] : []),
    ],
    ['Requires-Dist', new Set(published.map(({ entry }) => keyOf('Requires-Dist', entry.text)))],
  ]);
}

/** Build backends write a requirement in their own way, and add the extra that it belongs to: its name tells. */
const keyOf = (field: string, value: string): string =>
  field === 'Requires-Dist' ? normalizedName(/^[\w.-]*/.exec(value.trim())?.[0] ?? '') : value;

/** The declaration that the field is made of, as near as can be. */
function placeOf({ field }: CoreFault, project: Project, otherwise: Place): Place {
  const fact = {
    Classifier: project.classifiers,
    'Project-URL': project.urls,
    'Home-page': project.urls,
    'License-Expression': project.license,
    License: project.license,
    'License-File': project.licenseFiles,
    Summary: project.description,
    'Description-Content-Type': project.readme,
    'Requires-Python': project.requiresPython,
    'Requires-Dist': project.dependencies,
    'Provides-Extra': project.optionalDependencies,
    Version: project.version,
    Name: project.name,
  }[field];
  return fact?.known === true ? fact.place : otherwise;
}
