import { nearest, type Finding } from '@pymaint/core';
import type { Directive, DirectiveOption, Document, FileUse } from '../document.ts';
import { includeFault } from '../excerpt/include.ts';
import {
  type ExcerptFault,
  excludedOption,
  literalIncludeFault,
} from '../excerpt/literal-include.ts';
import { lineSpecFault } from '../excerpt/line-spec.ts';
import { folderOf, joinPath } from './paths.ts';
import { type DocsProject, fileOfPage, type Site } from './project.ts';
import { findingAt, meant, withDoubt } from './report.ts';

const CLIPPING = new Set(
  'lines start-after start-at end-before end-at pyobject emphasize-lines lineno-match start-line end-line encoding'.split(
    ' ',
  ),
);

/** The directive that names a file, where it takes a part of it. */
function clippingOf({ directives }: Document, file: FileUse): Directive | undefined {
  if (file.kind !== 'literalinclude' && file.kind !== 'include') return undefined;
  const directive = directives[file.directive ?? -1];
  return directive?.options.some(({ name }) => CLIPPING.has(name)) === true ? directive : undefined;
}

/** The files of which a document takes a part, so that their text must be known to judge it. */
export function excerptedFiles(
  project: Pick<DocsProject, 'sourceFolder' | 'documents'>,
): ReadonlySet<string> {
  const paths = new Set<string>();
  const { sourceFolder } = project;
  for (const document of project.documents)
    for (const file of document.files)
      if (clippingOf(document, file) !== undefined)
        paths.add(
          file.path.startsWith('/')
            ? joinPath('', `${sourceFolder}/${file.path}`)
            : joinPath(folderOf(document.path), file.path),
        );
  return paths;
}

/**
 * Parts of files that `literalinclude` and `include` ask for and the file does not hold: a text, an object, a line; and
 * options that exclude one another. Options over several lines, and those that hold a tab, are left alone.
 */
export function checkExcerpts(site: Site): readonly Finding[] {
  const { project } = site;
  return [...site.pages.values()].flatMap((page) =>
    page.parts
      .filter(({ partial }) => !partial)
      .flatMap(({ document }) => [
        ...document.files.flatMap((file) => {
          const directive = clippingOf(document, file);
          if (directive === undefined || !isPlain(document, directive)) return [];
          const path = fileOfPage(project, page.name, file.path);
          const fault = faultOf(project, file, directive, path);
          return fault === undefined ? [] : [reported(project, document, path, fault)];
        }),
        ...document.directives.flatMap((directive) => {
          const fault = markedFault(document, directive);
          return fault === undefined ? [] : [reported(project, document, undefined, fault)];
        }),
      ]),
  );
}

/** Lines that a block of code is to emphasise and does not have (Sphinx `CodeBlock.run`). */
function markedFault(document: Document, directive: Directive): ExcerptFault | undefined {
  const { name, options, content } = directive;
  if (document.format !== 'rst' || (name !== 'code-block' && name !== 'sourcecode'))
    return undefined;
  const option = options.find((it) => it.name === 'emphasize-lines' && it.value !== '');
  if (option === undefined || content.length === 0 || !isPlain(document, directive))
    return undefined;
  const expected = lineSpecFault(option.value, content.length);
  return expected === undefined ? undefined : { option, expected };
}

/** Whether the options are what Sphinx reads: no escapes of YAML, no templates. */
const isPlain = ({ text }: Document, { options }: Directive): boolean =>
  options.every(
    ({ value, valueSpan }) =>
      !/[\t\n\r]|\{[{%]/u.test(value) &&
      text.slice(valueSpan.start, valueSpan.end).trim() === value,
  );

function faultOf(
  project: DocsProject,
  file: FileUse,
  { options }: Directive,
  path: string,
): ExcerptFault | undefined {
  const isLiteral = file.kind === 'literalinclude';
  const excluded = isLiteral ? excludedOption(options) : undefined;
  if (excluded !== undefined) return excluded;
  if (has(options, 'diff')) return undefined;
  const text = project.texts?.get(path);
  if (text === undefined) return undefined;
  const encoding = options.find(({ name }) => name === 'encoding');
  if (encoding !== undefined && !UTF8.test(encoding.value.trim())) {
    const isAscii = ASCII.test(encoding.value.trim());
    return isAscii && text !== null && /[^\0-\x7f]/u.test(text)
      ? { option: encoding, expected: 'the encoding of the file, which holds more than ASCII' }
      : undefined;
  }
  if (text === null)
    return (
      encoding && { option: encoding, expected: 'the encoding of the file, which is not UTF-8' }
    );
  return isLiteral ? literalIncludeFault(options, text) : includeFault(options, text);
}

const UTF8 = /^utf[-_]?8(?:[-_]sig)?$/iu;
const ASCII = /^(?:us[-_]?)?ascii$/iu;

const has = (options: readonly DirectiveOption[], wanted: string): boolean =>
  options.some(({ name }) => name === wanted);

function reported(
  project: DocsProject,
  document: Document,
  path: string | undefined,
  { option, expected, names }: ExcerptFault,
): Finding {
  const shown = option.value === '' ? `:${option.name}:` : `:${option.name}: ${option.value}`;
  const near = names === undefined ? undefined : nearest(option.value, names);
  const { level, tail } = withDoubt(
    path !== undefined && project.isIgnored?.(path) === true
      ? 'git ignores the file, so a step of the build may make it anew'
      : undefined,
  );
  return findingAt(
    document,
    option.value === '' ? option.span : option.valueSpan,
    'docs/missing-excerpt',
    level,
    `Unexpected \`${shown}\`${path === undefined ? '' : ` of \`${path}\``}, expected ${expected}${meant(near)}${tail}`,
  );
}
