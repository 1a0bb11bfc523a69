import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import { readRst } from './read-rst.ts';

const PIECES = [
  '`',
  '``',
  '*',
  '**',
  '_',
  '__',
  '|',
  '[',
  ']_',
  ':',
  '::',
  ':a:',
  '\\',
  '<',
  '>',
  '.. ',
  '.. x::',
  '.. _a:',
  '.. |a|',
  '=',
  '===',
  '---',
  '+--+',
  '+',
  '| ',
  '- ',
  '1. ',
  '#. ',
  '(a) ',
  ':f: ',
  '>>> ',
  'word',
  'http://x.y',
  'a@b.c',
  ' ',
  '   ',
  '\t',
  '\n',
  '\n\n',
  '\n   ',
  '\r\n',
  '\f',
  '\u2028',
  '⭐',
  '\u0301',
  '😀',
  '.. csv-table::',
  '"',
  ',',
  '.. glossary::',
  '.. toctree::',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 80 })
  .map((parts) => parts.join(''));

function spans(document: Document): readonly Span[] {
  const found: Span[] = [];
  for (const { span, nameSpan, valueSpan } of document.targets)
    found.push(span, nameSpan, ...(valueSpan ? [valueSpan] : []));
  for (const { span, targetSpan } of document.references) found.push(span, targetSpan);
  for (const { span, urlSpan } of document.links) found.push(span, urlSpan);
  for (const { span, lines } of document.code) found.push(span, ...lines);
  for (const { span, nameSpan, argumentSpan, contentSpan } of document.directives)
    found.push(span, nameSpan, argumentSpan, contentSpan);
  for (const list of [
    document.headings,
    document.comments,
    document.fields,
    document.slips,
    document.problems,
  ])
    found.push(...list.map(({ span }) => span));
  return found;
}

describe('readRst', () => {
  it('reads any text, and every span lies inside it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = readRst('a.rst', source);
        for (const { start, end } of spans(document)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('gives places from which the offset comes back', () => {
    fc.assert(
      fc.property(text, (source) => {
        const document = readRst('a.rst', source);
        const lines = document.lines();
        for (const { start } of spans(document)) {
          const { line, column } = lines.place(start);
          expect(lines.offset(line, column)).toBe(start);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds a reference where it was put, whatever blocks are around it', () => {
    const wrap = fc.constantFrom('* ', '1. ', ':f: ', '   ', '.. note::\n\n   ');
    fc.assert(
      fc.property(fc.array(wrap, { maxLength: 8 }), (wraps) => {
        let block = 'word :ref:`target`';
        for (const lead of wraps) {
          const indent = ' '.repeat(lead === '.. note::\n\n   ' ? 3 : lead.length);
          block = lead + block.replaceAll('\n', `\n${indent}`);
        }
        const source = `para\n\n${block}\n`;
        const found = readRst('a.rst', source).references.filter(({ role }) => role === 'ref');
        expect(found.map(({ span }) => span.start)).toEqual([source.indexOf(':ref:')]);
      }),
    );
  });
});

/** Processor time, which other processes on the machine do not take part in. */
function work(run: () => void): number {
  let best = Infinity;
  for (let n = 0; n < 3; n += 1) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  }
  return Math.max(best, 1000);
}

describe('hostile texts take time in proportion to their length', () => {
  const grid = (n: number): string => `${'+-'.repeat(n)}+\n`.repeat(n);
  it.each<readonly [string, (n: number) => string]>([
    ['open backquotes', (n) => '`a '.repeat(n)],
    ['open roles', (n) => ':a:`b '.repeat(n)],
    ['open literals', (n) => '``a '.repeat(n)],
    ['open literals in paragraphs', (n) => '``a\n\n'.repeat(n)],
    ['open emphasis', (n) => '*a '.repeat(n)],
    ['open bars', (n) => '|a '.repeat(n)],
    ['bare backquotes', (n) => '`'.repeat(n)],
    ['colons and names', (n) => 'a:'.repeat(n)],
    ['dotted names', (n) => 'a.'.repeat(n)],
    ['underscores', (n) => 'a_'.repeat(n)],
    ['names before an underscore', (n) => '$a.b_;'.repeat(n)],
    ['at signs', (n) => 'a@'.repeat(n)],
    ['schemes', (n) => 'http:,'.repeat(n)],
    ['brackets', (n) => '[a'.repeat(n)],
    ['Markdown links', (n) => '[a]('.repeat(n)],
    ['angle brackets', (n) => '`a <'.repeat(n)],
    ['backslashes', (n) => '\\'.repeat(n)],
    ['spaces', (n) => `x${' '.repeat(n)}`],
    ['tabs', (n) => `x${'\t'.repeat(n)}`],
    ['one line', (n) => 'word '.repeat(n)],
    ['bullets', (n) => '- '.repeat(n)],
    [
      'nested lists',
      (n) =>
        Array.from(
          { length: Math.round(Math.sqrt(n) * 3) },
          (_, i) => `${' '.repeat(2 * i)}* a\n\n`,
        ).join(''),
    ],
    [
      'block quotes',
      (n) =>
        Array.from(
          { length: Math.round(Math.sqrt(n) * 3) },
          (_, i) => `${' '.repeat(i)}a\n\n`,
        ).join(''),
    ],
    ['grid tables', (n) => grid(Math.round(Math.sqrt(n)))],
    ['table tops', (n) => '+--+--+\n'.repeat(n)],
    ['simple table tops', (n) => '=== ===\n\n'.repeat(n)],
    ['targets', (n) => '.. _a'.repeat(n)],
    ['target names', (n) => `.. _${'a:'.repeat(n)}`],
    ['substitutions', (n) => `.. |${'a|b'.repeat(n)}`],
    ['fields', (n) => ':a: b\n'.repeat(n)],
    ['options', (n) => '-a, '.repeat(n)],
    ['enumerators', (n) => 'i. a\n'.repeat(n)],
    ['labels', (n) => '.. _a:\n'.repeat(n)],
    ['titles', (n) => 'a\n=\n'.repeat(n)],
    ['csv quotes', (n) => `.. csv-table::\n\n${'   "a\n'.repeat(n)}`],
  ])('%s', (_name, make) => {
    const small = make(10_000);
    const large = make(80_000);
    readRst('a.rst', small);
    const once = work(() => readRst('a.rst', small));
    const eight = work(() => readRst('a.rst', large));
    // Eight times the text may take eight times the work; 64 times would be quadratic.
    expect(eight / once).toBeLessThan(30);
  });

  it('passes over what is nested too deeply, with one notice for each place', () => {
    const source = Array.from(
      { length: 10_000 },
      (_, i) => `${' '.repeat(2 * Math.min(i, 400))}* a\n\n`,
    ).join('');
    const { problems } = readRst('a.rst', source);
    expect(problems.filter(({ kind }) => kind === 'too-deep')).toHaveLength(1);
  });

  it('reads a line of 10 MB', () => {
    const { references } = readRst('a.rst', `${'word '.repeat(2_000_000)}:ref:\`x\``);
    expect(references).toHaveLength(1);
  });
});
