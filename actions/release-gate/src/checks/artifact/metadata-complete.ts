import { failIf, listed } from '@pymaint/core';
import { coreValue, coreValues, readCoreMetadata, type CoreMetadata } from '@pymaint/python';
import { check } from '../../check.ts';

/** What people look for on the index's page, and installers in the metadata. */
export const metadataComplete = check({
  id: 'artifact/metadata-complete',
  summary:
    'The metadata say what the package is, by whom, under which licence and for which Python',
  level: 'notice',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const metadata = readCoreMetadata(wheel.texts['METADATA'] ?? '');
    const missing = WANTED.filter(([, has]) => !has(metadata)).map(([what]) => `\`${what}\``);
    return failIf(
      missing.length === 0
        ? []
        : [
            {
              message: `Unexpected lack of ${listed(missing)} in the metadata of ${wheel.filename}, expected what users look for on the index’s page`,
              place: project.place,
              remedy: `declare it in ${OWN[project.value.style]}`,
              data: { missing: missing.map((name) => name.slice(1, -1)) },
            },
          ],
    );
  },
});

const has = (metadata: CoreMetadata, ...fields: readonly string[]): boolean =>
  fields.some((field) => !['', 'UNKNOWN'].includes(coreValue(metadata, field) ?? ''));

/** By the keys of pyproject.toml. */
const WANTED: readonly (readonly [string, (metadata: CoreMetadata) => boolean])[] = [
  ['description', (metadata) => has(metadata, 'Summary')],
  ['requires-python', (metadata) => has(metadata, 'Requires-Python')],
  [
    'license',
    (metadata) =>
      has(metadata, 'License', 'License-Expression', 'License-File') ||
      coreValues(metadata, 'Classifier').some((one) => one.startsWith('License :: ')),
  ],
  [
    'authors',
    (metadata) => has(metadata, 'Author', 'Author-email', 'Maintainer', 'Maintainer-email'),
  ],
  ['urls', (metadata) => has(metadata, 'Project-URL', 'Home-page')],
];

/** Where each kind of project declares such things. */
const OWN = {
  project: '[project]',
  poetry: '[tool.poetry]',
  'setup.cfg': 'setup.cfg',
  'setup.py': 'setup.py',
} as const;
