import { lineIndex, type Range } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { iniDocument } from './ini.ts';

const TEXT = `# a comment
[metadata]
Name = flake8
long-description: file: README.rst
version = attr: flake8.__version__
classifiers =
    Environment :: Console
    # a comment inside

    Framework :: Flake8
empty =

[options.entry_points]
console_scripts =
\tflake8 = flake8.main.cli:main
  [odd] = indented
[bumpversion:file:README.rst]
search = :Version: {current_version}
`;

const slice = (range: Range | undefined): string | undefined => {
  if (range === undefined) return undefined;
  const index = lineIndex('', TEXT);
  return TEXT.slice(
    index.offset(range.line, range.column),
    index.offset(range.endLine, range.endColumn),
  );
};

describe('iniDocument', () => {
  const document = iniDocument('setup.cfg', TEXT);

  it.each([
    ['metadata', 'name', 'flake8', 'flake8'],
    ['metadata', 'long_description', 'file: README.rst', 'file: README.rst'],
    ['metadata', 'version', 'attr: flake8.__version__', 'attr: flake8.__version__'],
    ['metadata', 'empty', '', ''],
    [
      'metadata',
      'classifiers',
      'Environment :: Console\nFramework :: Flake8',
      'Environment :: Console\n    # a comment inside\n\n    Framework :: Flake8',
    ],
    [
      'options.entry_points',
      'console_scripts',
      'flake8 = flake8.main.cli:main\n[odd] = indented',
      'flake8 = flake8.main.cli:main\n  [odd] = indented',
    ],
    [
      'bumpversion:file:README.rst',
      'search',
      ':Version: {current_version}',
      ':Version: {current_version}',
    ],
  ])('[%s] %s', (section, key, value, written) => {
    const option = document.get(section, key);
    expect(option?.value).toBe(value);
    expect(slice(option?.range)).toBe(written);
  });

  it('gives each line of a value its place', () => {
    const option = document.get('metadata', 'classifiers');
    expect(option?.lines.map(({ range }) => slice(range))).toEqual([
      'Environment :: Console',
      'Framework :: Flake8',
    ]);
    expect(document.problems).toEqual([]);
  });

  it.each([
    ['name = x', 1, 1, 'section'],
    ['[a]\nno delimiter here', 2, 1, '`key = value`'],
    ['[a]\r\nx = 1\r\nX = 2\r\n', 3, 1, 'second `X`'],
    ['[a]\n[b]\n[a]\n', 3, 2, 'second section'],
  ])('says what is wrong with %j', (text, line, column, words) => {
    const broken = iniDocument('setup.cfg', text);
    expect(broken.ok).toBe(false);
    expect(broken.problems[0]).toMatchObject({ place: { line, column } });
    expect(broken.problems[0]?.message).toContain(words);
  });
});
