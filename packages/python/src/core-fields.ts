/** What a field of core metadata is like. */
export interface CoreFieldSpec {
  /** As the specification spells it. */
  readonly name: string;
  /** The metadata version that it came with. */
  readonly since: string;
  /** True where it may stand there more than once. */
  readonly many: boolean;
}

/** All versions of core metadata, oldest first. */
export const METADATA_VERSIONS: readonly string[] = [
  '1.0',
  '1.1',
  '1.2',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
];

const one = (since: string, ...names: readonly string[]): readonly CoreFieldSpec[] =>
  names.map((name) => ({ name, since, many: false }));
const many = (since: string, ...names: readonly string[]): readonly CoreFieldSpec[] =>
  names.map((name) => ({ name, since, many: true }));

/**
 * Every field of the specification (https://packaging.python.org/en/latest/specifications/core-metadata/), by its name
 * in lower case.
 */
export const CORE_FIELDS: ReadonlyMap<string, CoreFieldSpec> = new Map(
  [
    ...one('1.0', 'Metadata-Version', 'Name', 'Version', 'Summary', 'Description', 'Keywords'),
    ...one('1.0', 'Home-page', 'Author', 'Author-email', 'License'),
    ...many('1.0', 'Platform'),
    ...one('1.1', 'Download-URL'),
    ...many('1.1', 'Supported-Platform', 'Classifier', 'Requires', 'Provides', 'Obsoletes'),
    ...one('1.2', 'Maintainer', 'Maintainer-email', 'Requires-Python'),
    ...many('1.2', 'Requires-Dist', 'Provides-Dist', 'Obsoletes-Dist', 'Requires-External'),
    ...many('1.2', 'Project-URL'),
    ...one('2.1', 'Description-Content-Type'),
    ...many('2.1', 'Provides-Extra'),
    ...many('2.2', 'Dynamic'),
    ...one('2.4', 'License-Expression'),
    ...many('2.4', 'License-File'),
    ...many('2.5', 'Import-Name', 'Import-Namespace'),
  ].map((field) => [field.name.toLowerCase(), field] as const),
);

/** True where the version is `since` or a later one; false for what is no version of core metadata. */
export const isMetadataSince = (version: string, since: string): boolean =>
  METADATA_VERSIONS.indexOf(version) >= METADATA_VERSIONS.indexOf(since);
