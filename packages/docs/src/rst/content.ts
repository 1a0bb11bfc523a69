import type { ContentKind } from '../directives/specs.ts';
import { readCsv } from './csv.ts';
import { readGlossary } from './glossary.ts';
import { readInline } from './inline.ts';
import { fromOf, isBlank, toOf } from './lines.ts';
import { quoteLines } from './quote.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

/** Directives whose titles go on with the styles of the text around them (Sphinx's `Only`, `IfConfig`). */
const TRANSPARENT = new Set(['only', 'ifconfig']);

/** Reads the content of a directive, in the way that its kind asks for. */
export function readContent(
  reader: Reader,
  source: Source,
  kind: ContentKind,
  first: number,
  end: number,
  name: string,
): void {
  switch (kind) {
    case 'none':
    case 'literal':
      return;
    case 'body':
      reader.body(source, first, end, false);
      return;
    case 'titles':
      withSections(reader, TRANSPARENT.has(name.toLowerCase()), () => {
        reader.body(source, first, end, true);
      });
      return;
    case 'quote':
      quoteLines(reader, source, first, end);
      return;
    case 'inline':
      readInline(reader, source, fromOf(source, first), toOf(source, end - 1));
      return;
    case 'lines':
      for (let line = first; line < end; line += 1)
        if (!isBlank(source, line))
          readInline(reader, source, fromOf(source, line), toOf(source, line));
      return;
    case 'glossary':
      readGlossary(reader, source, first, end);
      return;
    case 'csv':
      readCsv(reader, source, first, end);
  }
}

/**
 * Titles in a directive have styles of their own. Sphinx makes no sections of the document from them, but for
 * `only`, whose titles it puts where their style belongs in the text around.
 */
function withSections(reader: Reader, transparent: boolean, read: () => void): void {
  const { titleStyles, level, sections, outer } = reader;
  reader.titleStyles = [];
  reader.level = 0;
  reader.outer = transparent
    ? { styles: [...(outer?.styles ?? []), ...titleStyles], level }
    : undefined;
  reader.sections = sections && transparent;
  read();
  reader.titleStyles = titleStyles;
  reader.level = level;
  reader.outer = outer;
  reader.sections = sections;
}
