import { known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { IniDocument, IniLine, IniOption } from '../ini.ts';
import { noMetadata } from './metadata.ts';
import type { Entry, EntryLists, EntryMap, License, Metadata, Readme } from './types.ts';

/** A plain text of setup.cfg; `attr:` and `file:` are directives, whose text is not the value. */
export function setupCfgText(document: IniDocument, section: string, key: string): Fact<string> {
  const option = document.get(section, key);
  if (option === undefined || option.value === '')
    return notApplicable(`${document.path} has no \`${key}\``);
  return /^(attr|file):/.test(option.value)
    ? notKnown(`it is read by \`${option.value.split('\n', 1)[0]}\``)
    : known(option.value, option.range);
}

/** What setup.cfg declares: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function setupCfgMetadata(document: IniDocument): Metadata {
  const text = (key: string): Fact<string> => setupCfgText(document, 'metadata', key);
  const list = (section: string, ...keys: readonly string[]): Fact<readonly Entry[]> =>
    optionFact(document, section, keys, (option) => listEntries(option));
  const groups = (section: string): Fact<EntryLists> => sectionFact(document, section, listEntries);
  const points = groups('options.entry_points');
  const license = text('license');
  return {
    ...noMetadata(`${document.path} does not declare it`),
    name: text('name'),
    description: text('description'),
    requiresPython: setupCfgText(document, 'options', 'python_requires'),
    dependencies: list('options', 'install_requires'),
    optionalDependencies: groups('options.extras_require'),
    classifiers: list('metadata', 'classifiers', 'classifier'),
    keywords: list('metadata', 'keywords'),
    license: license.known
      ? known<License>({ form: 'setuptools', value: license.value }, license.place)
      : license,
    licenseFiles: list('metadata', 'license_files', 'license_file'),
    readme: optionFact(document, 'metadata', ['long_description'], (option) =>
      readmeOf(option, document),
    ),
    urls: optionFact(document, 'metadata', ['project_urls'], (option) => pairs(option.lines)),
    scripts: pointsOf(points, 'console_scripts'),
    guiScripts: pointsOf(points, 'gui_scripts'),
    entryPoints: points,
  };
}

function optionFact<T>(
  document: IniDocument,
  section: string,
  keys: readonly string[],
  read: (option: IniOption) => T,
): Fact<T> {
  for (const key of keys) {
    const option = document.get(section, key);
    if (option !== undefined && option.value.startsWith('file:'))
      return section === 'metadata' && key === 'long_description'
        ? known(read(option), option.range)
        : notKnown(`it is read by \`${option.value.split('\n', 1)[0]}\``);
    if (option !== undefined) return known(read(option), option.range);
  }
  return notApplicable(`${document.path} has no \`${keys[0] ?? ''}\``);
}

function sectionFact(
  document: IniDocument,
  name: string,
  read: (option: IniOption) => readonly Entry[],
): Fact<EntryLists> {
  const section = document.sections.get(name);
  if (section === undefined) return notApplicable(`${document.path} has no \`[${name}]\``);
  return known(
    new Map([...section.options.values()].map((option) => [option.key, read(option)])),
    section.nameRange,
  );
}

const asEntry = ({ text, range }: IniLine): Entry => ({ text, place: range });

/** "Dangling list" or comma-separated; a list of requirements is one a line, since commas are part of them. */
function listEntries(option: IniOption): readonly Entry[] {
  const [first] = option.lines;
  if (option.lines.length !== 1 || first === undefined) return option.lines.map(asEntry);
  // A comma that is part of a specifier (`a>=1,<2`) does not separate.
  if (!/^[\w\s.:()/-]+(,[\w\s.:()/-]+)+$/.test(first.text)) return [asEntry(first)];
  let at = 0;
  return first.text.split(',').flatMap((part) => {
    const start = first.range.column + at + (part.length - part.trimStart().length);
    at += part.length + 1;
    const text = part.trim();
    const place = { ...first.range, column: start, endColumn: start + text.length };
    return text === '' ? [] : [{ text, place }];
  });
}

/** `name = value` lines. */
function pairs(lines: readonly IniLine[]): EntryMap {
  return new Map(
    lines.flatMap(({ text, range }): [string, Entry][] => {
      const at = text.indexOf('=');
      if (at < 0) return [];
      const value = text.slice(at + 1).trim();
      const place = { ...range, column: range.column + text.length - value.length };
      return [[text.slice(0, at).trim(), { text: value, place }]];
    }),
  );
}

function pointsOf(points: Fact<EntryLists>, group: string): Fact<EntryMap> {
  if (!points.known) return points;
  const lines = points.value.get(group);
  if (lines === undefined) return notApplicable(`it has no \`${group}\``);
  return known(pairs(lines.map(({ text, place }) => ({ text, range: place }))), points.place);
}

function readmeOf(option: IniOption, document: IniDocument): Readme {
  const path = /^file:\s*([^\s,]+)$/.exec(option.value)?.[1];
  const contentType = document.get('metadata', 'long_description_content_type')?.value;
  return { path, text: path === undefined ? option.value : undefined, contentType };
}
