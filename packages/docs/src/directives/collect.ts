import type { Directive, DirectiveOption, Draft, Span, ToctreeEntry } from '../document.ts';
import { describedBy } from './objects.ts';
import type { Scope } from './scope.ts';

/**
 * Notes what a directive that was read says: files, toctrees, code, objects, names. The same for
 * reStructuredText and MyST. `text` is the document's. Gives the class that the content is about, if any.
 */
export function collectDirective(
  draft: Draft,
  text: string,
  index: number,
  scope: Scope,
): string | undefined {
  const directive = draft.directives[index];
  if (directive === undefined) return undefined;
  COLLECTORS.get(directive.name.toLowerCase())?.(draft, text, directive, index);
  const name = optionOf(directive, 'name');
  if (name !== undefined && name.value !== '')
    draft.targets.push({
      kind: 'name',
      name: name.value,
      span: name.span,
      nameSpan: name.valueSpan,
    });
  applyScope(directive, scope);
  const { targets, inner } = describedBy(directive, text, scope);
  for (const target of targets) draft.targets.push(target);
  return inner;
}

/** The option of this name, if the directive has it. */
export const optionOf = (directive: Directive, name: string): DirectiveOption | undefined =>
  directive.options.find((option) => option.name === name);

function applyScope(directive: Directive, scope: Scope): void {
  const argument = directive.argument.trim();
  switch (directive.name.toLowerCase()) {
    case 'default-domain':
      scope.domain = argument.toLowerCase();
      return;
    case 'py:currentmodule':
    case 'currentmodule':
      scope.module = argument === 'None' ? '' : argument;
      return;
    case 'automodule':
    case 'py:automodule':
      // It writes a `py:module`, which stays current behind it.
      scope.module = argument;
      return;
    case 'program':
    case 'std:program':
      scope.program = argument === 'None' ? '' : argument.replaceAll(/\s+/gu, '-');
      return;
    default:
  }
}

type Collector = (draft: Draft, text: string, directive: Directive, index: number) => void;

const file =
  (kind: 'image' | 'include' | 'literalinclude'): Collector =>
  (draft, _text, directive, index) => {
    const { argumentSpan, span } = directive;
    const path =
      kind === 'image' ? directive.argument.replaceAll(/\s+/gu, '') : directive.argument.trim();
    draft.files.push({ kind, path, span, pathSpan: argumentSpan, directive: index });
  };

const image: Collector = (draft, text, directive, index) => {
  file('image')(draft, text, directive, index);
  const target = optionOf(directive, 'target');
  if (target === undefined) return;
  const { value, span, valueSpan } = target;
  const name = /^(?:([\p{L}\p{N}](?:[\p{L}\p{N}.+:_-]*[\p{L}\p{N}])?)|`([^`]+)`)_$/u.exec(value);
  if (name === null) {
    draft.links.push({
      syntax: 'option',
      url: value.replaceAll(/\s+/gu, ''),
      span,
      urlSpan: valueSpan,
    });
    return;
  }
  const quote = name[1] === undefined ? 1 : 0;
  draft.references.push({
    kind: 'named',
    role: '',
    target: name[1] ?? name[2] ?? '',
    span: valueSpan,
    targetSpan: { start: valueSpan.start + quote, end: valueSpan.end - 1 - quote },
  });
};

/** With `:diff:` it shows what two files differ in. */
const literalInclude: Collector = (draft, text, directive, index) => {
  file('literalinclude')(draft, text, directive, index);
  const older = optionOf(directive, 'diff');
  if (older === undefined || older.value === '') return;
  const { value: path, span, valueSpan: pathSpan } = older;
  draft.files.push({ kind: 'literalinclude', path, span, pathSpan });
};

const fileOption =
  (kind: 'csv' | 'raw'): Collector =>
  (draft, _text, directive, index) => {
    const option = optionOf(directive, 'file');
    if (option !== undefined)
      draft.files.push({
        kind,
        path: option.value,
        span: directive.span,
        pathSpan: option.valueSpan,
        directive: index,
      });
    const url = optionOf(directive, 'url');
    if (url !== undefined)
      draft.links.push({
        syntax: 'option',
        url: url.value,
        span: url.span,
        urlSpan: url.valueSpan,
      });
  };

const code: Collector = (draft, _text, directive, index) => {
  const [language = ''] = directive.argument.trim().split(/\s/u);
  draft.code.push({
    origin: 'directive',
    language: CODE_LANGUAGES.get(directive.name.toLowerCase()) ?? language,
    span: directive.contentSpan,
    lines: directive.content,
    directive: index,
  });
};

const CODE_LANGUAGES = new Map([
  ['doctest', 'pycon'],
  ['testcode', 'python'],
  ['testoutput', ''],
  ['testsetup', 'python'],
  ['testcleanup', 'python'],
]);

const toctree: Collector = (draft, text, directive) => {
  const entries: ToctreeEntry[] = [];
  for (const line of directive.content) {
    const entry = toctreeEntry(text, line);
    if (entry !== undefined) entries.push(entry);
  }
  draft.toctrees.push({ span: directive.span, options: directive.options, entries });
};

/** `document`, `Title <document>`, `https://…`, `self`, or a pattern; undefined for a blank line. */
function toctreeEntry(text: string, line: Span): ToctreeEntry | undefined {
  const raw = text.slice(line.start, line.end);
  const value = raw.trim();
  if (value === '') return undefined;
  const start = line.start + raw.indexOf(value);
  const span = { start, end: start + value.length };
  const open = value.lastIndexOf('<');
  if (!value.endsWith('>') || open <= 0) return { target: value, span, targetSpan: span };
  return {
    target: value.slice(open + 1, -1),
    title: value.slice(0, open).trim(),
    span,
    targetSpan: { start: start + open + 1, end: span.end - 1 },
  };
}

const math: Collector = (draft, _text, directive) => {
  const label = optionOf(directive, 'label');
  if (label !== undefined)
    draft.targets.push({
      kind: 'equation',
      name: label.value,
      span: label.span,
      nameSpan: label.valueSpan,
    });
};

/** Tokens are what stands before the colon of each line (Sphinx's `ProductionList`). */
const productions: Collector = (draft, text, directive) => {
  const { start, end } = directive.argumentSpan;
  const [head = ''] = directive.argument.split('\n', 1);
  const group = head.includes(':') ? undefined : head;
  for (const found of text.slice(start, end).matchAll(/^[ \t]*([^\s:`]+)[ \t]*:/gmu)) {
    const name = found[1] ?? '';
    const at = start + found.index + found[0].indexOf(name);
    draft.targets.push({
      kind: 'token',
      name,
      span: { start: at, end: at + name.length },
      nameSpan: { start: at, end: at + name.length },
      ...(group === undefined ? {} : { value: group.trim() }),
    });
  }
};

const COLLECTORS: ReadonlyMap<string, Collector> = new Map([
  ['image', image],
  ['figure', image],
  ['include', file('include')],
  ['literalinclude', literalInclude],
  ['csv-table', fileOption('csv')],
  ['raw', fileOption('raw')],
  ['toctree', toctree],
  ['math', math],
  ['productionlist', productions],
  ['code', code],
  ['code-block', code],
  ['sourcecode', code],
  ['doctest', code],
  ['testcode', code],
  ['testoutput', code],
  ['testsetup', code],
  ['testcleanup', code],
]);
