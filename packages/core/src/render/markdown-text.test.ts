import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { lineUrlBelow } from './line-url.ts';
import { markdownCode, markdownFence, markdownLink, markdownText } from './markdown-text.ts';
import { failedWith, judgedAs, sampleReport } from './sample-report.ts';
import { renderSummary } from './summary.ts';
import { codeSpans, oneLine, visible } from './text.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (markdown: string): Nodes => parser.parse(markdown);

/** All nodes below one, in the order of the text. */
const within = (node: Nodes): readonly Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(within) : []),
];

const OWN_TAGS =
  /<\/?(?:details|summary|br|span|code)>|The fix as a diff|How to run this on your machine|\s/g;

/** Nodes that are neither text, nor of the types named, nor tags that we write. */
const strangers = (markdown: string, own: readonly string[]): readonly string[] =>
  within(parse(markdown))
    .filter(({ type }) => ![...own, 'root', 'paragraph', 'text', 'inlineCode'].includes(type))
    .map((node) => (node.type === 'html' ? node.value.replace(OWN_TAGS, '') : node.type))
    .filter((left) => left !== '');

/** What is read of a piece of Markdown, without the marks that break references apart. */
const shown = (markdown: string): string =>
  within(parse(markdown))
    .map((node) => (node.type === 'text' || node.type === 'inlineCode' ? node.value : ''))
    .join('')
    .replaceAll('\u200B', '');

const SCRAPS = [
  '@someone',
  '#12',
  'GH-7',
  'gh-7',
  'o/r#3',
  '`',
  '``',
  '|',
  '\\',
  '<b>',
  '</details>',
  '<!--',
  '-->',
  '&amp;',
  '&#64;x',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '[',
  ']',
  '](',
  '(http://a)',
  '![',
  '[^1]',
  'https://github.com/o/r/issues/1',
  'www.a.org',
  'a@b.org',
  ':tada:',
  ':100:',
  '$x$',
  '$$',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '===',
  '---',
  '    ',
  '\n',
  '\t',
  '\r',
  '```',
  '~~~',
  '[!NOTE]',
  'word',
  ' ',
  'é',
  '漢字',
  '😀',
  '\u202E',
  '\u0000',
  '\u001B[31m',
  '::error::x',
  '##[error]',
  '\uD800',
] as const;

const hostile = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom(...SCRAPS), { maxLength: 14 })
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** What GitHub's filters make links of, in text that is not code. */
const REFERENCES = /@[\p{L}\p{N}]|#\d|(?<![a-z0-9])GH-\d|:\/\/|(?<![a-z0-9])www\.|:[a-z0-9_+-]+:/iu;

describe('markdownText', () => {
  it.each([
    ['Unexpected `a|b` in <x>', 'Unexpected <code>a&#124;b</code> in &lt;x&gt;'],
    ['ask @someone about #12', 'ask @&#8203;someone about \\#&#8203;12'],
    ['v1.2.3 (2026-11-20)', 'v1.2.3 (2026-11-20)'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['``a`b``', '``a`b``'],
    ['costs $5', 'costs <span>$</span>5'],
    ['x.rst:100:5', 'x.rst:&#8203;100:5'],
    ['two\nlines', 'two lines'],
    ['a` `b', 'a&#32;b'],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it('shows exactly the text, as nothing but text and code, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('', '- ', '## ', '> '), (text, prefix) => {
        const expected = codeSpans(oneLine(text))
          .map((span) => span.text)
          .join('');
        fc.pre(expected.trim() !== '');
        const markdown = `${prefix}${markdownText(text)}`;
        expect(shown(markdown).trim()).toBe(expected.trim());
        expect(strangers(markdown, ['heading', 'blockquote', 'list', 'listItem'])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('mentions nobody, refers to nothing and links nowhere', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = markdownText(text).replace(/<code>.*?<\/code>/g, '');
        const texts = within(parse(markdown)).map((node) =>
          node.type === 'text' ? node.value : '',
        );
        expect(texts.filter((one) => REFERENCES.test(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(shown('@a')).toMatch(REFERENCES);
  });

  it('stays in its cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const table = parse(`| a | b | c |\n|---|---|---|\n| x | ${markdownText(text)} | y |\n`);
        const rows = within(table).filter(({ type }) => type === 'tableRow');
        const cells = rows.map((row) => within(row).filter(({ type }) => type === 'tableCell'));
        expect(cells.map(({ length }) => length)).toEqual([3, 3]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('markdownCode, markdownFence and markdownLink', () => {
  it('hold any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = visible(text).replaceAll('\n', ' ');
        fc.pre(line.trim() !== '');
        expect(shown(`x${markdownCode(text)}x`)).toBe(`x${line}x`);
        const fence = within(parse(markdownFence(text, 'diff'))).map(({ type }) => type);
        expect(fence).toEqual(['root', 'code']);
        const link = within(parse(markdownLink('words', `https://example.org/${text}`)));
        expect(link.map(({ type }) => type)).toEqual(['root', 'paragraph', 'link', 'text']);
      }),
      { numRuns: 300 },
    );
  });
});

const BASE = 'https://github.com/o/r/blob/abc';

/** A summary in which every text is one of these. */
function summaryOf(texts: readonly string[]): string {
  const [rule = '', message = '', path = '', remedy = '', detail = '', related = '', title = ''] =
    texts;
  const place = { path: `p${path}`, line: 1, column: 1 };
  const range = { ...place, endLine: 1, endColumn: 1 };
  const fix = { title, edits: [{ range, oldText: '', newText: `${message}x` }] };
  const judged = [
    failedWith(rule, { message, place, remedy, related: [{ message: related, place }], fix }),
    judgedAs(`skip/${rule}`, { status: 'skip', reason: detail, because: 'not-known' }),
    judgedAs(`pass/${rule}`, { status: 'pass', found: detail }),
  ];
  const report = sampleReport(judged, { headline: title });
  const lineUrl = lineUrlBelow(BASE);
  return renderSummary(report, { lineUrl, command: detail, reportPath: path, ruleUrl: () => BASE });
}

describe('a summary of hostile text', () => {
  it('has only its own links, headings and tags', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 7, maxLength: 7 }), (texts) => {
        const summary = summaryOf(texts);
        const own = [
          'heading',
          'list',
          'listItem',
          'link',
          'table',
          'tableRow',
          'tableCell',
          'code',
          'strong',
          'break',
        ];
        expect(strangers(summary, own)).toEqual([]);
        const nodes = within(parse(summary));
        const urls = nodes.map((node) => (node.type === 'link' ? node.url : BASE));
        expect(urls.filter((url) => !url.startsWith(BASE))).toEqual([]);
        expect(nodes.filter(({ type }) => type === 'heading')).toHaveLength(4);
        expect(nodes.filter(({ type }) => type === 'code')).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });
});
