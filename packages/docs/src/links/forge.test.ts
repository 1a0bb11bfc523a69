import { describe, expect, it } from 'vitest';
import {
  FORGE_CONTROLS,
  FORGE_FAULTS,
  FORGE_FILES,
  type ForgeCase,
} from '../../test-support/forge-pages.ts';
import type { Document } from '../document.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRst } from '../rst/read-rst.ts';
import { checkDefinitions } from './definitions.ts';
import { checkForgeLinks } from './github.ts';
import { fileTree, type TreeInput } from './tree.ts';

const read = (path: string, text: string): Document =>
  path.endsWith('.rst') ? readRst(path, text) : readMarkdown(path, text);

const DOCUMENTS = new Map(
  Object.entries(FORGE_FILES)
    .filter(([path]) => /\.(?:md|rst)$/.test(path))
    .map(([path, text]) => [path, read(path, text)]),
);

const check = (text: string, tree: Partial<TreeInput> = {}, path = 'README.md') => {
  const document = read(path, text);
  const all = new Map([...DOCUMENTS, [path, document]]);
  return [
    ...checkForgeLinks({
      tree: fileTree({ files: [...Object.keys(FORGE_FILES), path], ...tree }),
      pages: [{ document, alsoFrom: [], level: 'error' }],
      documentAt: (it) => all.get(it),
      isTop: true,
    }),
    ...checkDefinitions(document, { links: true, footnotes: true }),
  ];
};

const found = ({ text }: ForgeCase): readonly string[] =>
  check(text).map(
    ({ rule, place, level }) => `${rule.slice(5)} ${place.line}:${place.column} ${level}`,
  );

describe('what people read on the forge', () => {
  it.each(FORGE_FAULTS.map((it) => [it.what, it] as const))('finds %s', (_, it) => {
    expect(found(it)).toEqual(it.expected);
  });

  it.each(FORGE_CONTROLS.map((it) => [it.what, it] as const))('leaves alone %s', (_, it) => {
    expect(found(it)).toEqual([]);
  });

  it.each([
    ['the nearest file beside', '[a](docs/gide.md)', 'docs/guide.md', false],
    ['a file of the same name elsewhere', '[a](guide.md)', 'docs/guide.md', false],
    ['another case', '[a](Docs/guide.md#how-to)', 'docs/guide.md', true],
    ['the file behind an address of a website', '[a](docs/guide.html)', 'docs/guide.md', false],
    ['the index of a folder', '[a](docs/sub.html)', 'docs/sub/index.md', false],
    ['a blank, encoded', '[a](<docs/with spacy.md>)', 'docs/with%20space.md', false],
    ['the nearest title', '# Known limits\n\n[a](#known-limit)', 'known-limits', false],
    ['the title of another case', '# Known limits\n\n[a](#Known-Limits)', 'known-limits', true],
    [
      'the one title that starts like it',
      '# Installing it\n\n[a](#installing)',
      'installing-it',
      false,
    ],
  ])('proposes %s', (_, text, newText, safe) => {
    const [finding] = check(text);
    expect(finding?.fix?.edits.map((edit) => edit.newText)).toEqual([newText]);
    expect(finding?.fix?.safe).toBe(safe);
  });

  it.each([
    ['where the tree is partial', { partial: 'an sdist leaves files out' }, ['notice']],
    ['where git ignores the file', { isIgnored: (path: string) => path === 'no.md' }, ['notice']],
    ['below a submodule', { opaque: ['no.md'] }, []],
  ])('is not sure %s', (_, tree, levels) => {
    expect(check('[a](no.md)', tree).map(({ level }) => level)).toEqual(levels);
  });

  it.each([
    [
      'anchors of many titles',
      Array.from({ length: 3000 }, (_, n) => `# T ${n}\n\n[a](#tx-${n})\n`).join('\n'),
      3000,
    ],
    [
      'many notes',
      Array.from({ length: 3000 }, (_, n) => `a[^n${n}]\n\n[^m${n}]: x\n`).join('\n'),
      3000,
    ],
    ['many tags', '<h1 '.repeat(40_000), 0],
    ['many links', '[a](no.md) '.repeat(10_000), 10_000],
  ])('takes a time that grows with the page alone: %s', (_, text, count) => {
    const began = performance.now();
    expect(check(text)).toHaveLength(count);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('reads reStructuredText as well', () => {
    const text =
      'A\n=\n\n`b <no.rst>`_ `c <docs/api.html>`__ d_ `e <#a>`__ `f <#g>`__\n\n.. _d: no.md\n';
    const places = check(text, {}, 'README.rst').map(
      ({ rule, place }) => `${rule.slice(5)} ${place.line}:${place.column}`,
    );
    expect(places).toEqual(['missing-link 4:5', 'missing-anchor 4:56', 'missing-link 6:8']);
  });
});
