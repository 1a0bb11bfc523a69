import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { pinnedSdists, pythonWith, unpackedSdist } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { readRst } from '../rst/read-rst.ts';
import { pypiFaults } from './pypi-rst.ts';

const faultsOf = (text: string): readonly string[] =>
  pypiFaults(readRst('README.rst', text)).map(({ kind }) => kind);

const ORACLE = `
import io, json, sys
from readme_renderer import rst
json.dump([rst.render(text, stream=io.StringIO()) is not None for text in json.load(sys.stdin)], sys.stdout)
`;

/** Whether PyPI renders these texts. */
async function rendered(texts: readonly string[]): Promise<readonly boolean[]> {
  const python = await pythonWith('readme_renderer[md]==46.0');
  const answer = execFileSync(python, ['-c', ORACLE], {
    encoding: 'utf8',
    input: JSON.stringify(texts),
    maxBuffer: 1 << 24,
  });
  return JSON.parse(answer) as readonly boolean[];
}

const REFUSED: readonly (readonly [string, string])[] = [
  ['', 'empty'],
  ['A title\n=====\n', 'short-underline'],
  ['*open\n', 'no-end-string'],
  ['* item\ntext\n', 'no-blank-line'],
  ['* item\n- item\n', 'no-blank-line'],
  ['1. item\n   more\ntext\n', 'no-blank-line'],
  [':field: value\ntext\n', 'no-blank-line'],
  ['term\n  definition\nterm\n', 'no-blank-line'],
  ['.. comment\ntext\n', 'no-blank-line'],
  ['| line\ntext\n', 'no-blank-line'],
  ['text::\n\n    code\ntext\n', 'no-blank-line'],
  ['one\ntwo\n  three\n', 'unexpected-indentation'],
  ['text::\n', 'no-literal-block'],
  ['.. toctree::\n\n   a\n', 'unknown-directive'],
  ['.. versionadded:: 1.0\n', 'unknown-directive'],
  ['.. raw:: html\n\n   <b>\n', 'disabled-directive'],
  ['.. include:: a.rst\n', 'disabled-directive'],
  ['.. code-block:: python\n   :caption: A\n\n   x\n', 'unknown-option'],
  ['.. image:: a.png\n   :width: wide\n', 'invalid-option'],
  ['.. note::\n', 'no-content'],
  [':class:`A`\n', 'unknown-role'],
  ['missing_\n', 'unknown-target'],
  ['|missing|\n', 'unknown-substitution'],
  ['[1]_\n', 'unknown-note'],
  ['`a`__\n', 'anonymous-mismatch'],
  ['.. _a: https://a\n.. _a: https://b\n', 'duplicate-target'],
  ['A\n=\n\nA\n=\n\nA_\n', 'ambiguous-target'],
  ['text\n\n----\n', 'last-transition'],
];

const TAKEN: readonly string[] = [
  'text\n',
  '* item\n* item\n\n  more\n\ntext\n',
  '`a <https://a>`_ and `a <https://b>`_\n',
  '.. _a: https://a\n.. _a: https://a\n\na_\n',
  '.. code:: unheard-of\n\n   x\n',
  '.. role:: own(code)\n   :language: python\n\n:own:`x`\n',
  '`any`\n',
  'A\n=\n\nA\n=\n',
  'text\n\n----\n\n.. comment\n\ntext\n',
  '[#]_\n\n.. [#] note\n',
  '.. |a| image:: https://a/b.png\n   :target: https://a\n\n|a|\n',
];

it.each(REFUSED)('refuses %j for its %s', (text, kind) => {
  expect(faultsOf(text)).toContain(kind);
});

it.each(TAKEN)('takes %j', (text) => {
  expect(faultsOf(text)).toEqual([]);
});

it('says of each of these what PyPI’s renderer says', async () => {
  const texts = [...REFUSED.map(([text]) => text), ...TAKEN];
  expect(await rendered(texts)).toEqual(texts.map((text) => faultsOf(text).length === 0));
}, 300_000);

/** What a hand may do to a text: a line left out, indented, cut, or joined to the next. */
const damaged = (text: string, at: number): readonly string[] => {
  const lines = text.split('\n');
  const line = lines[at] ?? '';
  const put = (...instead: readonly string[]): string =>
    [...lines.slice(0, at), ...instead, ...lines.slice(at + 1)].join('\n');
  return [put(), put(`  ${line}`), put(line.slice(0, -1)), put(line, 'more')];
};

it('agrees with PyPI’s renderer on real READMEs, whole and damaged', async () => {
  const texts: string[] = [];
  let whole = 0;
  for (const { name } of await pinnedSdists()) {
    const folder = await unpackedSdist(name);
    for (const path of (await readdir(folder)).filter((file) =>
      /^(?:readme|authors|contributing).*\.rst$/i.test(file),
    )) {
      const text = await readFile(`${folder}/${path}`, 'utf8');
      const count = text.split('\n').length;
      whole += 1;
      texts.push(text);
      if (text.length > 5_000) continue;
      for (let at = 1; at < count; at += Math.ceil(count / 2)) texts.push(...damaged(text, at));
    }
  }
  const theirs = await rendered(texts);
  const count = { both: 0, neither: 0, onlyHere: 0, onlyThere: 0 };
  const falseAlarms: string[] = [];
  for (const [at, text] of texts.entries()) {
    const faults = pypiFaults(readRst('README.rst', text));
    const [mine, their] = [faults.length > 0, theirs[at] === false];
    count[mine ? (their ? 'both' : 'onlyHere') : their ? 'onlyThere' : 'neither'] += 1;
    const [first] = faults;
    if (mine && !their && first !== undefined)
      falseAlarms.push(
        `${first.message}: ${text.slice(Math.max(0, first.span.start - 200), first.span.end + 50)}`,
      );
  }
  expect(falseAlarms).toEqual([]);
  expect(count.onlyThere).toBeLessThanOrEqual((count.both + count.onlyThere) / 50);
  expect(whole).toBeGreaterThan(30);
  expect(count.both).toBeGreaterThan(30);
}, 300_000);
