import { type Document, type Reference, normalName } from '../src/document.ts';

/** The records that `rst_truth.py` writes, made from our own reading of the same file. */
export function recordsOf(document: Document): readonly string[] {
  const records: string[] = [];
  const lines = document.lines();
  const record = (...fields: readonly (string | number)[]): void => {
    records.push(
      fields.map((field) => String(field).split(SPACE).filter(Boolean).join(' ')).join('|'),
    );
  };
  const inside = (names: readonly string[]): ((offset: number) => boolean) => {
    const spans = document.directives
      .filter(({ name }) => names.includes(name))
      .map(({ contentSpan }) => contentSpan);
    return (offset) => spans.some(({ start, end }) => start <= offset && offset < end);
  };
  const inCsv = inside(['csv-table']);
  const inOnly = inside(['only', 'ifconfig']);
  // The truth has lost the lines of the cells of a csv-table, and the levels of the titles in an `only`.
  const line = (offset: number): number | string =>
    inCsv(offset) ? '-' : lines.place(offset).line;
  // The target of an image is no inline markup.
  for (const reference of document.references)
    if (
      !/:target:\s*$/u.test(
        document.text.slice(Math.max(0, reference.span.start - 80), reference.span.start),
      )
    )
      recordReference(reference, line, record);
  for (const link of document.links) {
    if (link.syntax === 'bare' || link.syntax === 'email') record('bare', link.url);
    if (link.syntax === 'embedded')
      record('embedded', line(link.span.start), link.url.replace(/^mailto:/u, ''));
  }
  for (const { kind, span, name, value = '' } of document.targets) {
    if (['label', 'uri', 'alias', 'anonymous'].includes(kind))
      record('target', line(span.start), name, value);
    if (kind === 'inline') record('inline-target', line(span.start), name);
    if (kind === 'footnote' || kind === 'citation')
      record(kind, line(span.start), normalName(name));
    if (kind === 'substitution' && value !== '') record(kind, line(span.start), name);
  }
  for (const { span, level } of document.headings)
    record(
      'heading',
      line(span.start),
      inOnly(span.start) ? '-' : level,
      document.text.slice(span.start, span.end),
    );
  for (const { name, argument, nameSpan } of document.directives)
    record('directive', line(nameSpan.start), name, argument);
  for (const { span } of document.comments) record('comment', line(span.start));
  for (const block of document.code)
    if (block.directive === undefined) {
      const first = block.lines[0] ?? { start: 0, end: 0 };
      record('literal', block.lines.length, document.text.slice(first.start, first.end));
    }
  return records.toSorted(byCodePoint);
}

// Python's whitespace, by which the truth is split as well.
const SPACE = /[\s\x1c-\x1f\x85]+/u;

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Record = (...fields: readonly (string | number)[]) => void;

function recordReference(
  reference: Reference,
  line: (offset: number) => number | string,
  record: Record,
): void {
  const { kind, role, target, title = '', span } = reference;
  const at = line(span.start);
  switch (kind) {
    case 'role':
    case 'default-role':
      record('role', at, role, target, title);
      return;
    case 'named':
      if (reference.title === undefined) record('named', at, normalName(target));
      else record('alias', at, normalName(target));
      return;
    case 'anonymous':
      record('anonymous', at, target);
      return;
    case 'footnote':
    case 'citation':
    case 'substitution':
      record(`${kind}-ref`, at, target);
  }
}
