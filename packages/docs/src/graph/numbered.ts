import type { Directive, Document, Span, Target } from '../document.ts';

/** What a label names, as `:numref:` sees it. */
export interface Numbered {
  readonly kind: 'figure' | 'table' | 'code-block' | 'section' | 'nothing';
  /** Whether it has what gets the number: a caption, for a table a title. */
  readonly captioned: boolean;
}

const TABLES = new Set(['table', 'list-table', 'csv-table']);
const CODE = new Set(['code-block', 'sourcecode', 'literalinclude']);
/** What can be pointed at and never gets a number. */
const PLAIN = new Set(
  'image note warning tip hint important attention caution danger error admonition seealso math topic rubric code'.split(
    ' ',
  ),
);

/**
 * What stands behind a label, or holds it as its name (Sphinx `StandardDomain.get_enumerable_node_type`); undefined
 * where that is not sure.
 */
export function numberedAt(document: Document, target: Target): Numbered | undefined {
  if (target.heading !== undefined) return { kind: 'section', captioned: true };
  if (target.kind === 'name') {
    const holder = document.directives.findLast(({ options }) =>
      options.some(({ span }) => span.start === target.span.start),
    );
    return holder && ofDirective(document, holder);
  }
  if (target.kind !== 'label') return undefined;
  const at = behind(document, target.span);
  const directive = document.directives.find(({ span }) => span.start === at);
  if (directive !== undefined) return ofDirective(document, directive);
  const line = /[^\r\n]*/uy;
  line.lastIndex = at;
  const text = line.exec(document.text)?.[0] ?? '';
  if (document.format !== 'rst') return undefined;
  if (/^(?:\+[-=]+\+|={2,} +=)/u.test(text)) return { kind: 'table', captioned: false };
  return target.untitled === true && /^[\p{L}`"(]/u.test(text)
    ? { kind: 'nothing', captioned: false }
    : undefined;
}

function ofDirective(document: Document, directive: Directive): Numbered | undefined {
  const { name, argument, options } = directive;
  if (name === 'figure') {
    const { start, end } = directive.contentSpan;
    const caption = document.text.slice(start, end);
    return { kind: 'figure', captioned: caption.trim() !== '' };
  }
  if (TABLES.has(name)) return { kind: 'table', captioned: argument.trim() !== '' };
  if (CODE.has(name)) {
    const caption = options.find((it) => it.name === 'caption');
    // Without a caption there is nothing around the code that could have a number.
    return caption === undefined
      ? { kind: 'nothing', captioned: false }
      : { kind: 'code-block', captioned: caption.value !== '' };
  }
  return PLAIN.has(name) ? { kind: 'nothing', captioned: false } : undefined;
}

/** Where the next block begins: other labels name the same. */
function behind({ text }: Document, { end }: Span): number {
  const gap = /\s*/uy;
  const label = /\.\. _(?:`[^`\n]+`|[^`:\n]+):[ \t]*$/muy;
  for (let at = end; ; at = label.lastIndex) {
    gap.lastIndex = at;
    gap.test(text);
    label.lastIndex = gap.lastIndex;
    if (!label.test(text)) return gap.lastIndex;
  }
}
