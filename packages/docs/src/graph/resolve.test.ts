import { describe, expect, it } from 'vitest';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { resolveSphinx } from './resolve.ts';

const resolve = (files: ReadonlyMap<string, string>, conf: string) =>
  resolveSphinx({
    sourceFolder: '',
    conf: sphinxConf('conf.py', conf),
    documents: [...files]
      .filter(([path]) => /\.(?:rst|txt)$/u.test(path))
      .map(([path, text]) => readRst(path, text)),
    hasFile: (path) => files.has(path),
    otherLabels: new Set(),
  });

describe('what is not certain', () => {
  const broken = new Map([
    ['index.rst', 'Index\n=====\n\n:ref:`nowhere` :doc:`nowhere` :ref:`other:nowhere`\n'],
  ]);
  it.each([
    [
      'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"other": ("https://x.invalid/", None)}',
      'an inventory of other may hold it',
      2,
    ],
    ['extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = load()', '; not sure: ', 2],
    ['extensions = ["autoapi.extension"]', 'the extension `autoapi.extension` may make it', 3],
    ['def setup(app):\n    app.add_directive("x", X)', '`setup` in conf.py may make it', 3],
  ])('is a notice with its reason: %s', (conf, why, count) => {
    const found = resolve(broken, conf);
    expect(found.map(({ level }) => level)).toEqual(Array.from({ length: count }, () => 'notice'));
    expect(found.every(({ message }) => message.includes(why))).toBe(true);
  });

  it('leaves a label alone that a directive of an extension names', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. conf::\n   :keys: nowhere\n\n:ref:`nowhere`\n'],
    ]);
    expect(resolve(files, '').map(({ level }) => level)).toEqual(['notice']);
  });

  it('names the label that was meant, and where it is', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. _installing:\n\nA\n-\n\n:ref:`instaling`\n'],
    ]);
    const [finding] = resolve(files, '');
    expect(finding?.message).toContain('did you mean `installing`?');
    expect(finding?.related?.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['4:5']);
  });

  it('finds pages in no toctree, but not what says `:orphan:` or is included', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. include:: part.rst\n'],
      ['part.rst', 'Part\n'],
      ['lost.rst', 'Lost\n====\n'],
      ['free.rst', ':orphan:\n\nFree\n====\n'],
    ]);
    expect(resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}`)).toEqual([
      'docs/orphan lost.rst',
    ]);
  });

  it('finds toctrees that go in circles', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. toctree::\n\n   a\n'],
      ['a.rst', 'A\n=\n\n.. toctree::\n\n   b\n'],
      ['b.rst', 'B\n=\n\n.. toctree::\n\n   a\n'],
    ]);
    expect(
      resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}:${place.line}`),
    ).toEqual(['docs/circular-toctree b.rst:6']);
  });

  it('finds labels that two pages define', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. toctree::\n\n   a\n   b\n'],
      ['a.rst', '.. _x:\n\nA\n=\n'],
      ['b.rst', '.. _x:\n\nB\n=\n'],
    ]);
    expect(
      resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}:${place.line}`),
    ).toEqual(['docs/duplicate-label b.rst:1']);
  });

  it.each([
    ['', ['docs/missing-link index.rst:4']],
    ['redirects = {"old": "index.html"}', []],
    ['rediraffe_redirects = {"old.rst": "index.rst"}', []],
    ['html_additional_pages = {"old": "old.html"}', []],
  ])('goes through redirects: %j', (conf, expected) => {
    const files = new Map([['index.rst', 'Index\n=====\n\n`text <old.html>`__\n']]);
    expect(
      resolve(files, conf).map(({ rule, place }) => `${rule} ${place.path}:${place.line}`),
    ).toEqual(expected);
  });
});
