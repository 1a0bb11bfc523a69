import { listed, nearest } from '@pymaint/core';
import { CORE_FIELDS, isMetadataSince, METADATA_VERSIONS } from './core-fields.ts';
import { coreValue, coreValues, type CoreMetadata } from './core-metadata.ts';
import {
  checkClassifier,
  checkContentType,
  checkExtra,
  checkLicenseExpression,
  checkProjectUrl,
  checkRequirementText,
  checkRequiresPython,
  checkSummary,
  type ValueFault,
} from './check-fields.ts';
import { isProjectName, normalizedName } from './names.ts';
import { parseVersion } from './pep440.ts';

/** What is wrong with a metadata file. */
export interface CoreFault extends ValueFault {
  /** As the specification spells it, or as written where it knows none of that name. */
  readonly field: string;
  /** As written; empty where the field is missing. */
  readonly value: string;
}

/**
 * Judges core metadata as the index does at an upload: the rules of the specification, and PyPI's own on top of them
 * (lengths, addresses, classifiers). What PyPI would refuse is an error, anything else is less.
 */
export function checkCoreMetadata(metadata: CoreMetadata): readonly CoreFault[] {
  const version = coreValue(metadata, 'Metadata-Version') ?? '';
  return [
    ...metadata.strange.map(({ text, line }) => ({
      field: '',
      value: text,
      words: `line ${line} \`${text.slice(0, 80)}\``,
      expected: 'a field such as `Name: …`',
    })),
    ...checkVersions(metadata, version),
    ...checkNames(metadata, version),
    ...metadata.fields.flatMap(({ name, value }) =>
      (VALUES[name.toLowerCase()]?.(value.trim()) ?? []).map((fault) => ({
        field: spelled(name),
        value: value.trim(),
        ...fault,
      })),
    ),
    ...checkTogether(metadata, version),
  ];
}

const spelled = (name: string): string => CORE_FIELDS.get(name.toLowerCase())?.name ?? name;

function checkVersions(metadata: CoreMetadata, version: string): readonly CoreFault[] {
  const faults: CoreFault[] = [];
  for (const field of ['Metadata-Version', 'Name', 'Version'])
    if ((coreValue(metadata, field) ?? '') === '')
      faults.push({ field, value: '', words: `lack of \`${field}\``, expected: 'one' });
  if (version !== '' && !METADATA_VERSIONS.includes(version))
    faults.push({
      field: 'Metadata-Version',
      value: version,
      words: `\`Metadata-Version: ${version}\``,
      expected: `one of ${listed(METADATA_VERSIONS, 'or')}`,
    });
  return faults;
}

/** Fields that there are not, that came later, or that stand there twice. */
function checkNames(metadata: CoreMetadata, version: string): readonly CoreFault[] {
  const faults: CoreFault[] = [];
  const seen = new Set<string>();
  for (const { name, value } of metadata.fields) {
    const spec = CORE_FIELDS.get(name.toLowerCase());
    const fault = { field: spec?.name ?? name, value: value.trim() };
    if (spec === undefined) {
      const meant = nearest(
        name,
        [...CORE_FIELDS.values()].map((field) => field.name),
      );
      const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
      faults.push({
        ...fault,
        words: `field \`${name}\``,
        expected: `one of the specification${hint}`,
      });
    } else if (!spec.many && seen.has(spec.name))
      faults.push({ ...fault, words: `second \`${spec.name}\``, expected: 'one' });
    else if (
      // Setuptools wrote this one long before it was specified, and publishing tools pass it over.
      spec.name !== 'License-File' &&
      METADATA_VERSIONS.includes(version) &&
      !isMetadataSince(version, spec.since) &&
      !seen.has(spec.name)
    )
      faults.push({
        ...fault,
        words: `\`${spec.name}\` in metadata of version ${version}`,
        expected: `version ${spec.since} or later`,
        remedy: 'build with a newer build backend',
      });
    seen.add(fault.field);
  }
  return faults;
}

type Checks = { readonly [field: string]: ((value: string) => readonly ValueFault[]) | undefined };

const VALUES: Checks = {
  name: (value) =>
    value === '' || isProjectName(value)
      ? []
      : [{ words: `name \`${value}\``, expected: 'ASCII letters, digits, `.`, `-` and `_`' }],
  version: (value) =>
    value === '' || parseVersion(value) !== undefined
      ? []
      : [{ words: `version \`${value}\``, expected: 'a PEP 440 version' }],
  summary: checkSummary,
  'description-content-type': checkContentType,
  classifier: checkClassifier,
  'license-expression': checkLicenseExpression,
  'license-file': checkLicenseFile,
  'project-url': (value) => {
    const comma = value.indexOf(',');
    return comma < 0
      ? [{ words: `\`${value}\` as Project-URL`, expected: '`label, address`' }]
      : checkProjectUrl(value.slice(0, comma).trim(), value.slice(comma + 1).trim());
  },
  'home-page': checkAddress('Home-page'),
  'download-url': checkAddress('Download-URL'),
  'requires-python': checkRequiresPython,
  'requires-dist': checkRequirementText,
  'provides-extra': checkExtra,
  'author-email': checkMail('Author-email'),
  'maintainer-email': checkMail('Maintainer-email'),
  dynamic: checkDynamicField,
  'import-name': checkImportName,
  'import-namespace': checkImportName,
};

function checkAddress(field: string): (value: string) => readonly ValueFault[] {
  return (value) =>
    value === '' || /^https?:\/\/\S+$/i.test(value)
      ? []
      : [{ words: `\`${value}\` as ${field}`, expected: 'an address such as `https://…`' }];
}

/** The index asks for one address that can be; only what surely is none is told. */
function checkMail(field: string): (value: string) => readonly ValueFault[] {
  return (value) =>
    value === '' || value.includes('@')
      ? []
      : [{ level: 'warning', words: `\`${value}\` as ${field}`, expected: 'an e-mail address' }];
}

function checkLicenseFile(path: string): readonly ValueFault[] {
  const wrong = path.split('/').includes('..') || /[*\\]|^\/|^[A-Za-z]:/.test(path);
  return wrong
    ? [{ words: `\`${path}\` as License-File`, expected: 'a path within the project, with `/`' }]
    : [];
}

function checkDynamicField(value: string): readonly ValueFault[] {
  const field = value.toLowerCase();
  if (['name', 'version', 'metadata-version'].includes(field))
    return [{ words: `\`${value}\` as Dynamic`, expected: 'a field that may change' }];
  return CORE_FIELDS.has(field)
    ? []
    : [{ words: `\`${value}\` as Dynamic`, expected: 'a field of the specification' }];
}

function checkImportName(value: string): readonly ValueFault[] {
  const [name = '', mark] = value.split(';').map((part) => part.trim());
  // An empty Import-Name says that there is nothing to import.
  const good =
    name === '' || name.split('.').every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part));
  return good && (mark === undefined || mark === 'private')
    ? []
    : [
        {
          words: `\`${value}\` as name to import`,
          expected: '`package.module`, or with `; private`',
        },
      ];
}

/** What does not go together. */
function checkTogether(metadata: CoreMetadata, version: string): readonly CoreFault[] {
  const faults: CoreFault[] = [];
  const expression = coreValue(metadata, 'License-Expression');
  const licence = coreValue(metadata, 'License');
  const told = (field: string, value: string, fault: ValueFault): void => {
    faults.push({ field, value, ...fault });
  };
  if (expression !== undefined && (licence ?? '') !== '')
    told('License', licence ?? '', {
      words: '`License` beside `License-Expression`',
      expected: 'the expression alone',
    });
  if (expression !== undefined)
    for (const classifier of coreValues(metadata, 'Classifier'))
      if (classifier.startsWith('License :: '))
        told('Classifier', classifier, {
          level: 'notice',
          words: `classifier \`${classifier}\` beside the licence expression \`${expression}\``,
          expected: 'the expression alone',
          remedy: 'delete the classifier (PEP 639)',
        });
  return [...faults, ...checkExtras(metadata, version)];
}

/** Extras that are one, and such as are not in normal form where the version asks for it (PEP 685): installers cope. */
function checkExtras(metadata: CoreMetadata, version: string): readonly CoreFault[] {
  const faults: CoreFault[] = [];
  const firsts = new Map<string, string>();
  for (const extra of coreValues(metadata, 'Provides-Extra')) {
    const normal = normalizedName(extra);
    const first = firsts.get(normal);
    if (first === undefined) firsts.set(normal, extra);
    const expected =
      first !== undefined
        ? `one name only, since \`${first}\` is the same`
        : extra !== normal && isMetadataSince(version, '2.3') && isProjectName(extra)
          ? `its normal form \`${normal}\``
          : undefined;
    if (expected !== undefined)
      faults.push({
        field: 'Provides-Extra',
        value: extra,
        level: 'notice',
        words: `extra \`${extra}\``,
        expected,
      });
  }
  return faults;
}
