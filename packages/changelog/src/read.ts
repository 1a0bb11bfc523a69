import { lineIndex, type LineIndex, type Range } from '@pymaint/core';
import type { Block, DirectiveBlock } from './blocks/block.ts';
import { scanMarkdown } from './blocks/markdown.ts';
import { scanRst } from './blocks/rst.ts';
import { fieldMark, readBodyMark, type BodyMark } from './body.ts';
import { readContent } from './entries.ts';
import { candidates, type Candidate } from './headings/candidates.ts';
import {
  projectNames,
  readHeading,
  type ProjectName,
  type ReadVersion,
} from './headings/grammar.ts';
import { plainText } from './headings/inline.ts';
import { selectReleases, type Selection } from './headings/select.ts';
import type {
  Category,
  Changelog,
  LinkReference,
  Markup,
  Release,
  Title,
  WrittenDate,
  WrittenVersion,
} from './model.ts';
import { problemsOf } from './problems.ts';
import { canonicalVersion } from './version.ts';

/** What the project says of itself, as far as it helps to read its changelog. */
export interface ReadOptions {
  /** `[project].name`: a heading `Twisted 24.7.0` is this project's only where the name agrees. */
  readonly projectName?: string | undefined;
}

/** All that the reading of one text shares. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly markup: Markup;
  readonly index: LineIndex;
  readonly blocks: readonly Block[];
  readonly categories: Map<string, Category | undefined>;
}

/**
 * Reads a changelog in whatever of the known dialects it is written. Any text gives a result; time is linear in its
 * length. Places are into `text` as given.
 *
 * ```ts
 * const { releases } = readChangelog('CHANGES.rst', text, { projectName: 'Flask' });
 * releases.find((it) => it.version?.canonical === '3.1.0')?.date?.iso; // '2024-11-13'
 * ```
 */
export function readChangelog(path: string, text: string, options: ReadOptions = {}): Changelog {
  const project = projectNames(options.projectName);
  const markup = markupOf(path, text);
  const blocks = scan(path, text, markup, project);
  const index = lineIndex(path, text);
  const source: Source = { path, text, markup, index, blocks, categories: new Map() };
  const directives = blocks.some(isChangelogDirective);
  const headings = directives ? [] : candidates(text, blocks, markup, project);
  const selection = selectReleases(headings, project);
  const { releases: heads, level } = selection;
  const releases = directives ? readDirectives(source) : readReleases(source, selection, headings);
  return {
    path,
    markup,
    title: directives ? undefined : titleOf(source, headings, heads),
    releases,
    linkReferences: linkReferences(source),
    problems: problemsOf(source, headings, heads, level, releases),
    insertion: insertionOf(source),
  };
}

/** Markdown by its suffix; without a telling one, by the look of its headings. */
export function markupOf(path: string, text: string): Markup {
  if (/\.(?:md|markdown|mkd|mdx|myst)$/i.test(path)) return 'markdown';
  if (/\.(?:rst|rest)$/i.test(path)) return 'rst';
  const head = text.slice(0, 20_000);
  return /^#{1,6} \S/m.test(head) && !/^\.\. \S/m.test(head) ? 'markdown' : 'rst';
}

function scan(path: string, text: string, markup: Markup, project: ProjectName): readonly Block[] {
  if (markup === 'markdown') return scanMarkdown(text);
  const blocks = scanRst(text);
  // A text without any markup has no headings to prefer over its plain lines.
  if (/\.rst$/i.test(path) || blocks.some(({ kind }) => kind === 'heading')) return blocks;
  return scanRst(text, (line) => {
    const reading = readHeading(line, project);
    const telling = reading?.date ?? reading?.unreleased ?? /^\W*(?:v|version|release)/i.exec(line);
    return reading?.tail === '' && reading.prefix === '' && Boolean(telling);
  });
}

function readReleases(
  source: Source,
  { releases, level, parts }: Selection,
  headings: readonly Candidate[],
): readonly Release[] {
  const starts = new Set(releases);
  // A heading beside the releases or above them that is none ends the release before it.
  const ends = headings.filter(
    (it) => starts.has(it) || (it.block.level <= (level ?? 0) && !parts.has(it)),
  );
  const next = new Map(ends.map(({ at }, i) => [at, ends[i + 1]?.at ?? source.blocks.length]));
  return releases.map((head) =>
    readRelease(source, head, next.get(head.at) ?? source.blocks.length),
  );
}

function readRelease(source: Source, head: Candidate, to: number): Release {
  const { text, index, blocks, markup } = source;
  const { block, plain, reading } = head;
  const from = head.at + 1;
  const mark = readBodyMark(text, blocks, from, to, markup);
  const { offset } = plain;
  const rangeOf = (span: { readonly start: number; readonly end: number }): Range =>
    index.range(offset(span.start), offset(span.end - 1) + 1);
  const writtenVersion = (it: ReadVersion): WrittenVersion => ({
    written: it.written,
    canonical: it.canonical,
    range: rangeOf(it),
  });
  const version = reading?.version && writtenVersion(reading.version);
  const read = reading?.date;
  const date =
    read &&
    writtenDate(
      text,
      source.index,
      { start: offset(read.start), end: offset(read.end - 1) + 1 },
      read,
    );
  const stop = blocks[to]?.start ?? text.length;
  return {
    version,
    moreVersions: (reading?.more ?? []).map(writtenVersion),
    date: date ?? bodyDate(source, mark),
    kind: kindOf(
      version,
      date ?? bodyDate(source, mark),
      reading?.unreleased !== undefined || mark.unreleased !== undefined,
      (reading?.yanked ?? false) || mark.yanked,
    ),
    unreleased: openedAt(source, mark, reading?.unreleased && rangeOf(reading.unreleased)),
    heading: {
      style: block.style,
      level: block.level >= 50 ? 0 : block.level,
      text: plain.text.trim(),
      range: index.range(block.start, block.end),
      textRange: index.range(block.text.start, block.text.end),
      mark: block.mark,
      links: plain.links,
    },
    body: index.range(block.end, stop),
    ...readContent(source, blocks, from, to, mark.date?.span ?? mark.unreleased),
  };
}

function kindOf(
  version: WrittenVersion | undefined,
  date: WrittenDate | undefined,
  open: boolean,
  yanked: boolean,
): Release['kind'] {
  if (yanked) return 'yanked';
  const toCome = (version === undefined && date?.form !== 'day') || date?.form === 'placeholder';
  const development =
    version !== undefined && /\.dev\d+/.test(version.canonical) && date === undefined;
  return open || toCome || development ? 'unreleased' : 'released';
}

const openedAt = (
  { index }: Source,
  { unreleased }: BodyMark,
  heading: Range | undefined,
): Range | undefined => heading ?? (unreleased && index.range(unreleased.start, unreleased.end));

const bodyDate = ({ text, index }: Source, { date }: BodyMark): WrittenDate | undefined =>
  date && writtenDate(text, index, date.span, date.read);

const writtenDate = (
  text: string,
  index: LineIndex,
  span: { readonly start: number; readonly end: number },
  read: Pick<WrittenDate, 'iso' | 'form'>,
): WrittenDate => ({
  written: text.slice(span.start, span.end),
  iso: read.iso,
  form: read.form,
  range: index.range(span.start, span.end),
});

const isChangelogDirective = (block: Block): block is DirectiveBlock =>
  block.kind === 'directive' && block.name === 'changelog' && block.options.length > 0;

/** The `.. changelog::` directives of SQLAlchemy's extension: version and date are options. */
function readDirectives(source: Source): readonly Release[] {
  const { text, index, blocks, markup } = source;
  const starts = blocks.flatMap((block, at) =>
    isChangelogDirective(block) ? [{ block, at }] : [],
  );
  return starts.flatMap(({ block, at }, i) => {
    const to = starts[i + 1]?.at ?? blocks.length;
    const option = (name: string) => block.options.find((it) => it.name === name)?.value;
    const written = option('version') ?? block.argument;
    const words = text.slice(written.start, written.end);
    const canonical = canonicalVersion(words);
    const released = option('released');
    const mark = released && fieldMark(text, released, markup);
    const date = mark && bodyDate(source, mark);
    const version =
      canonical === undefined
        ? undefined
        : { written: words, canonical, range: index.range(written.start, written.end) };
    const open = released === undefined || mark?.unreleased !== undefined;
    return [
      {
        version,
        moreVersions: [],
        date,
        kind: kindOf(version, date, open, false),
        unreleased: mark && openedAt(source, mark, undefined),
        heading: {
          style: 'directive' as const,
          level: 0,
          text: words,
          range: index.range(block.start, block.end),
          textRange: index.range(written.start, written.end),
          mark: '',
          links: [],
        },
        body: index.range(block.end, blocks[to]?.start ?? text.length),
        ...readContent(source, blocks, at + 1, to, undefined),
      },
    ];
  });
}

function titleOf(
  { text, index, markup }: Source,
  headings: readonly Candidate[],
  heads: readonly Candidate[],
): Title | undefined {
  const first = headings[0];
  if (first === undefined || first === heads[0] || first.block.level >= 50) return undefined;
  const { block } = first;
  return {
    text: plainText(text, block.text, markup).text.trim(),
    range: index.range(block.start, block.end),
  };
}

function linkReferences({ text, index, blocks }: Source): readonly LinkReference[] {
  return blocks.flatMap((block) =>
    block.kind === 'definition' && block.url.end > block.url.start
      ? [
          {
            label: block.label,
            url: text.slice(block.url.start, block.url.end).replace(/\s+/g, ''),
            range: index.range(block.start, block.end),
            urlRange: index.range(block.url.start, block.url.end),
          },
        ]
      : [],
  );
}

/** Behind the marker that a tool inserts at, or at the end of the text. */
function insertionOf({ text, index, blocks }: Source): Range {
  const marker = blocks.find(
    (block) =>
      block.kind === 'comment' &&
      /release notes start|scriv-insert-here|START NEW CHANGELOG ENTRY|changelog start/i.test(
        text.slice(block.start, Math.min(block.end, block.start + 200)),
      ),
  );
  const at = marker?.end ?? text.length;
  return index.range(at, at);
}
