import { lineIndex, type LineIndex, type Problem, type Range } from '@pymaint/core';

/** One line of a value, without the white space around it. */
export interface IniLine {
  readonly text: string;
  readonly range: Range;
}

/** An option of a section. */
export interface IniOption {
  /** As written; look-ups ignore case and treat `-` as `_`, as setuptools does. */
  readonly key: string;
  readonly keyRange: Range;
  /** The lines of the value joined by line feeds, without comment lines and without white space around. */
  readonly value: string;
  /** From the value's first character to its last; empty and behind the delimiter where there is no value. */
  readonly range: Range;
  /** The lines that are not empty. */
  readonly lines: readonly IniLine[];
}

/** `[name]` and the options below it. */
export interface IniSection {
  readonly name: string;
  readonly nameRange: Range;
  readonly options: ReadonlyMap<string, IniOption>;
}

/** An INI file. What could be read is there even where `problems` is not empty. */
export interface IniDocument {
  readonly path: string;
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly sections: ReadonlyMap<string, IniSection>;
  readonly get: (section: string, key: string) => IniOption | undefined;
}

interface Draft {
  readonly name: string;
  readonly nameRange: Range;
  readonly options: Map<string, IniOption>;
}

interface OpenOption {
  readonly key: string;
  readonly keyRange: Range;
  readonly indent: number;
  readonly behind: number;
  readonly lines: { readonly text: string; readonly start: number }[];
}

interface Reader {
  readonly index: LineIndex;
  readonly sections: Map<string, Draft>;
  readonly problems: Problem[];
  section: Draft | undefined;
  option: OpenOption | undefined;
}

/** Keys of setup.cfg may be written with `-` for `_`, in any case. */
const optionKey = (key: string): string => key.toLowerCase().replaceAll('-', '_');

/**
 * Reads setup.cfg, tox.ini, .bumpversion.cfg and their like by the rules of Python's configparser: comments are
 * whole lines that start with `#` or `;`, a value goes on in lines that are indented deeper than its key, empty
 * lines belong to it. Never throws; linear in the text.
 */
export function iniDocument(path: string, text: string): IniDocument {
  const reader: Reader = {
    index: lineIndex(path, text),
    sections: new Map(),
    problems: [],
    section: undefined,
    option: undefined,
  };
  let start = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    readLine(reader, line, start);
    start += line.length + (text.startsWith('\r\n', start + line.length) ? 2 : 1);
  }
  closeOption(reader);
  return {
    path,
    ok: reader.problems.length === 0,
    problems: reader.problems,
    sections: reader.sections,
    get: (section, key) => reader.sections.get(section)?.options.get(optionKey(key)),
  };
}

function readLine(reader: Reader, line: string, start: number): void {
  const text = line.trim();
  if (text === '') return;
  if (text.startsWith('#') || text.startsWith(';')) return;
  const indent = line.length - line.trimStart().length;
  const { option } = reader;
  if (option !== undefined && indent > option.indent) {
    option.lines.push({ text, start: start + indent });
    return;
  }
  closeOption(reader);
  const header = /^\[([^\]]+)\]/.exec(text);
  if (header === null) openOption(reader, text, start + indent, indent);
  else openSection(reader, header[1] ?? '', start + indent + 1);
}

function openSection(reader: Reader, name: string, at: number): void {
  const nameRange = reader.index.range(at, at + name.length);
  const there = reader.sections.get(name);
  if (there !== undefined)
    reader.problems.push({
      message: `Unexpected second section \`[${name}]\`, expected one`,
      place: nameRange,
      related: [{ message: 'first here', place: there.nameRange }],
    });
  reader.section = there ?? { name, nameRange, options: new Map() };
  reader.sections.set(name, reader.section);
}

function openOption(reader: Reader, text: string, at: number, indent: number): void {
  const { index, section } = reader;
  const delimiter = text.search(/[=:]/);
  const key = (delimiter < 0 ? text : text.slice(0, delimiter)).trimEnd();
  const keyRange = index.range(at, at + key.length);
  if (section === undefined || delimiter < 1) {
    const expected =
      section === undefined ? 'a section such as `[metadata]` first' : '`key = value`';
    const place = index.range(at, at + text.length);
    reader.problems.push({
      message: `Unexpected \`${shortened(text)}\`, expected ${expected}`,
      place,
    });
    return;
  }
  const there = section.options.get(optionKey(key));
  if (there !== undefined)
    reader.problems.push({
      message: `Unexpected second \`${key}\` in [${section.name}], expected one`,
      place: keyRange,
      related: [{ message: 'first here', place: there.keyRange }],
    });
  const value = text.slice(delimiter + 1).trimStart();
  const behind = at + text.length - value.length;
  const lines = value === '' ? [] : [{ text: value, start: behind }];
  reader.option = { key, keyRange, indent, behind, lines };
}

function closeOption(reader: Reader): void {
  const { option, section, index } = reader;
  reader.option = undefined;
  if (option === undefined || section === undefined) return;
  const key = optionKey(option.key);
  if (section.options.has(key)) return;
  const last = option.lines[option.lines.length - 1];
  const start = option.lines[0]?.start ?? option.behind;
  section.options.set(key, {
    key: option.key,
    keyRange: option.keyRange,
    value: option.lines.map(({ text }) => text).join('\n'),
    range: index.range(start, last === undefined ? start : last.start + last.text.length),
    lines: option.lines.map(({ text, start: from }) => ({
      text,
      range: index.range(from, from + text.length),
    })),
  });
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
