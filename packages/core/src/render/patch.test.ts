import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../fix.ts';
import { lineIndex } from '../line-index.ts';
import { renderPatch } from './patch.ts';
import { failedWith, sampleReport } from './sample-report.ts';

/** An edit of the characters from one offset to another. */
const edit = (
  path: string,
  text: string,
  start: number,
  end: number,
  newText: string,
): TextEdit => ({
  range: lineIndex(path, text).range(start, end),
  oldText: text.slice(start, end),
  newText,
});

const patchOf = (
  edits: readonly TextEdit[],
  texts: { readonly [path: string]: string },
): string => {
  const [first] = edits;
  if (first === undefined) return '';
  const report = sampleReport([
    failedWith('a/b', { message: 'x', place: first.range, fix: { title: 'Fix', edits } }),
  ]);
  return renderPatch([report], (path) => texts[path]);
};

it('shows only the lines that change, with their neighbours', () => {
  const text = 'a\nb\nc\nd\ne\nf\ng\nversion = "1"\nh\n';
  const at = text.indexOf('1');
  expect(patchOf([edit('x.toml', text, at, at + 1, '2')], { 'x.toml': text })).toBe(
    `--- a/x.toml
+++ b/x.toml
@@ -5,5 +5,5 @@
 e
 f
 g
-version = "1"
+version = "2"
 h
`,
  );
});

it('leaves out what is not safe, and files that are not at hand', () => {
  const range = lineIndex('x', 'a').range(0, 1);
  const fix = { title: 'Fix', edits: [{ range, oldText: 'a', newText: 'b' }], safe: false };
  const report = sampleReport([failedWith('a/b', { message: 'x', place: range, fix })]);
  expect(renderPatch([report], () => 'a')).toBe('');
  expect(patchOf([{ range, oldText: 'a', newText: 'b' }], {})).toBe('');
});

it('is what git applies, whatever the files hold', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'pymaint-patch-'));
  const line = fc.constantFrom('a', 'version 1', '', '  x', 'é 1', 'b\r');
  const body = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 24 }), fc.boolean())
    .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));
  try {
    fc.assert(
      fc.property(body, fc.array(fc.nat({ max: 60 }), { maxLength: 4 }), (text, places) => {
        // A file that ends in a lone carriage return is left out.
        fc.pre(!/\r(?!\n)/.test(text));
        const offsets = [...new Set(places)].filter(
          (at) => at < text.length && !'\r\n'.includes(text[at] ?? '\n'),
        );
        const edits = offsets.map((at) => edit('sub/x.txt', text, at, at + 1, '22'));
        mkdirSync(join(folder, 'sub'), { recursive: true });
        writeFileSync(join(folder, 'sub/x.txt'), text);
        const patch = patchOf(edits, { 'sub/x.txt': text });
        if (patch !== '')
          execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input: patch });
        expect(readFileSync(join(folder, 'sub/x.txt'), 'utf8')).toBe(applyEdits(text, edits).text);
      }),
      { numRuns: 60 },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
