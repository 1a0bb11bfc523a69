import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedFile } from './project.ts';
import { readSimpleIndex } from './read.ts';

describe('indexedFile', () => {
  it.each([
    ['attrsx-1.2.0-py3-none-any.whl', 'wheel', '1.2.0', ['any']],
    [
      'attrsx-1.2.0-1-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'wheel',
      '1.2.0',
      ['linux'],
    ],
    ['attrsx-1.2.0-cp312-cp312-musllinux_1_2_x86_64.whl', 'wheel', '1.2.0', ['musllinux']],
    ['attrsx-1.2.0-cp312-cp312-macosx_11_0_arm64.whl', 'wheel', '1.2.0', ['macos']],
    ['attrsx-1.2.0-cp312-cp312-win_amd64.whl', 'wheel', '1.2.0', ['windows']],
    ['attrsx-1.2.0.tar.gz', 'sdist', '1.2.0', []],
    ['Attrsx-1.2.0.zip', 'sdist', '1.2.0', []],
    ['attrsx-1.2.0-rc1.tar.gz', 'sdist', '1.2.0rc1', []],
    ['attrsx-1.2.0-py2.7.egg', 'other', '1.2.0', []],
    ['attrsx-old.tar.gz', 'sdist', undefined, []],
    ['other-1.2.0.tar.gz', 'sdist', undefined, []],
    ['README', 'other', undefined, []],
  ] as const)('%s', (filename, kind, version, platforms) => {
    const file = indexedFile(filename, 'attrsx');
    expect([file.kind, file.version?.canonical, file.platforms]).toEqual([
      kind,
      version,
      platforms,
    ]);
  });

  it('finds the end of a name with hyphens', () => {
    expect(indexedFile('zope-interface-5.0-1.tar.gz', 'zope.interface').version?.canonical).toBe(
      '5.0.post1',
    );
  });
});

describe('readSimpleIndex', () => {
  const json = 'application/vnd.pypi.simple.v1+json';

  it('reads JSON, with what was yanked and what has no file', () => {
    const text = JSON.stringify({
      meta: { 'api-version': '1.1' },
      name: 'attrsx',
      versions: ['1.0', '1.1', '1.2', 'broken'],
      files: [
        { filename: 'attrsx-1.0.tar.gz', yanked: false },
        { filename: 'attrsx-1.1.tar.gz', yanked: 'broken metadata' },
        { filename: 'attrsx-1.1-py3-none-any.whl', yanked: '' },
        { filename: 'attrsx-1.1-py2-none-any.whl', yanked: true },
        { url: 'nameless' },
      ],
    });
    const project = readSimpleIndex(text, json, 'attrsx');
    expect(project?.files.map(({ version, yanked }) => [version?.canonical, yanked])).toEqual([
      ['1.0', undefined],
      ['1.1', 'broken metadata'],
      ['1.1', ''],
      ['1.1', ''],
    ]);
    expect(project?.bareVersions.map(({ canonical }) => canonical)).toEqual(['1.2']);
  });

  it('reads HTML, with what was yanked', () => {
    const text = `<!DOCTYPE html><html><body>
      <a href="/f/attrsx-1.0.tar.gz#sha256=00" data-requires-python="&gt;=3.8">attrsx-1.0.tar.gz</a><br>
      <A href='x' data-yanked="broken">attrsx-1.1.tar.gz</A><a data-yanked href=x>attrsx-1.2.tar.gz</a></body></html>`;
    expect(
      readSimpleIndex(text, 'text/html', 'attrsx')?.files.map(({ version, yanked }) => [
        version?.canonical,
        yanked,
      ]),
    ).toEqual([
      ['1.0', undefined],
      ['1.1', 'broken'],
      ['1.2', ''],
    ]);
  });

  it.each([
    ['{', json],
    ['[]', json],
    ['{"files": 1}', json],
    ['Gateway error', 'text/html'],
  ])('takes %s of %s for no answer', (text, type) => {
    expect(readSimpleIndex(text, type, 'attrsx')).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string()),
        fc.constantFrom(json, 'text/html'),
        (text, type) => {
          expect(readSimpleIndex(text, type, 'a')).not.toBeNull();
        },
      ),
    );
  });
});
