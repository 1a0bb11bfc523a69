import type { DirectiveOption, Draft, Heading, Span, Target } from '../document.ts';

/** Where to put what another reader found. */
export interface Destination {
  readonly draft: Draft;
  /** The directive around it, or -1. */
  readonly directive: number;
  /** Called for each label that stands before a heading: indices change when drafts are put together. */
  readonly tie: (target: Target, heading: Heading) => void;
}

/** Puts what was found in a piece of a document into the document's draft, with all places mapped. */
export function moveDraft(from: Draft, map: (offset: number) => number, to: Destination): void {
  const { draft } = to;
  const span: MapSpan = ({ start, end }) => {
    const at = map(start);
    return { start: at, end: end > start ? map(end - 1) + 1 : at };
  };
  const move = <T extends object>(item: T): T => mapSpans(item, span);
  moveTargets(from, span, to);
  const base = draft.directives.length;
  const rebase = <T extends { readonly directive?: number }>(item: T): T =>
    item.directive === undefined ? move(item) : { ...move(item), directive: item.directive + base };
  moveDirectives(from, span, to, base);
  for (const item of from.files) draft.files.push(rebase(item));
  for (const item of from.code) draft.code.push({ ...rebase(item), lines: item.lines.map(span) });
  for (const item of from.toctrees)
    draft.toctrees.push({
      ...move(item),
      options: moved(item.options, span),
      entries: item.entries.map(move),
    });
  draft.references.push(...from.references.map(move));
  draft.links.push(...from.links.map(move));
  draft.comments.push(...from.comments.map(move));
  draft.fields.push(...from.fields.map(move));
  draft.slips.push(...from.slips.map(move));
  draft.problems.push(...from.problems.map(move));
}

type MapSpan = (span: Span) => Span;

function moveTargets(from: Draft, span: MapSpan, { draft, tie }: Destination): void {
  const headings = from.headings.map((heading) => ({ ...mapSpans(heading, span), section: false }));
  draft.headings.push(...headings);
  for (const { heading, ...rest } of from.targets) {
    const target: Target = mapSpans(rest, span);
    draft.targets.push(target);
    const titled = heading === undefined ? undefined : headings[heading];
    if (titled !== undefined) tie(target, titled);
  }
}

function moveDirectives(
  from: Draft,
  span: MapSpan,
  { draft, directive }: Destination,
  base: number,
): void {
  for (const item of from.directives)
    draft.directives.push({
      ...mapSpans(item, span),
      options: moved(item.options, span),
      content: item.content.map(span),
      parent: item.parent < 0 ? directive : item.parent + base,
    });
}

const moved = (options: readonly DirectiveOption[], span: MapSpan): readonly DirectiveOption[] =>
  options.map((option) => mapSpans(option, span));

const SPANS: ReadonlySet<string> = new Set([
  'span',
  'nameSpan',
  'valueSpan',
  'targetSpan',
  'urlSpan',
  'pathSpan',
  'argumentSpan',
  'contentSpan',
]);

/** A copy with each property that is a span mapped. */
function mapSpans<T extends object>(item: T, span: MapSpan): T {
  const entries = Object.entries(item) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      SPANS.has(key) && value !== undefined ? span(value as Span) : value,
    ]),
  ) as T;
}
