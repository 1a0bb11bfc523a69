import { fileStart } from '@pymaint/core';
import { expect, it } from 'vitest';
import { toProject } from '../paths.ts';
import { placeWarning, readMkdocsOutput } from './mkdocs-output.ts';
import { readSphinxOutput } from './sphinx-output.ts';

const FILES = new Set(['docs/index.rst', 'docs/api.rst', 'src/x.py']);
const sphinx = (output: string) =>
  readSphinxOutput(
    output,
    toProject('/tree', (path) => FILES.has(path)),
    fileStart('docs/conf.py'),
    (path, name) => ({ path, line: name.length, column: 1 }),
  );

it.each([
  [
    '/tree/docs/index.rst:5: WARNING: Title underline too short.',
    'docs/index.rst:5',
    'Title underline too short.',
  ],
  [
    '/tree/docs/api.rst: WARNING: document isn’t included in any toctree [toc.not_included]',
    'docs/api.rst:1',
    'document isn’t included in any toctree [toc.not_included]',
  ],
  [
    '/tree/src/x.py:docstring of x.f:3: ERROR: Unexpected indentation.',
    'src/x.py:3',
    'Unexpected indentation.',
  ],
  [
    'WARNING: html_static_path entry does not exist',
    'docs/conf.py:1',
    'html_static_path entry does not exist',
  ],
  ['/elsewhere/y.py:docstring of y.g:1: WARNING: bad', 'docs/conf.py:1', 'bad'],
])('reads %s', (line, place, message) => {
  const [found] = sphinx(`reading sources...\n${line}\n\n.. more\n`).warnings;
  expect(`${found?.place.path}:${found?.place.line}`).toBe(place);
  expect(found?.message).toBe(message);
});

it('says a warning once, though Sphinx repeats it', () => {
  const line = '/tree/docs/index.rst:5: WARNING: duplicate label a\n';
  expect(sphinx(line + line).warnings).toHaveLength(1);
});

it.each([
  "term not in glossary: 'python:argument'",
  "unknown option: '--durations'",
  "unknown keyword: 'with'",
  "unknown document: 'pytest:index'",
  "undefined label: 'python:tut-scopes'",
])('takes “%s” for a reference, which means nothing without inventories', (message) => {
  const offline = 'WARNING: failed to reach any of the inventories with the following issues:\n';
  const line = `/tree/docs/api.rst:3: WARNING: ${message}\n`;
  expect(sphinx(offline + line).warnings).toEqual([]);
  expect(sphinx(line).warnings).toMatchObject([{ message }]);
});

it('leaves references out where another project’s inventory could not be fetched', () => {
  const output = `WARNING: failed to reach any of the inventories with the following issues:
/tree/docs/api.rst:3: WARNING: py:class reference target not found: a.B [ref.class]
/tree/docs/api.rst:9: WARNING: Unknown directive type "foo".
`;
  expect(sphinx(output)).toMatchObject({
    offline: true,
    warnings: [{ message: 'Unknown directive type "foo".' }],
  });
});

it.each([
  [
    "WARNING -  Doc file 'a.md' contains a link 'x.md', but the target is not found among documentation files.",
    'docs/a.md',
    'see\n  [x](x.md)\n',
    'docs/a.md:2:7',
  ],
  [
    "WARNING -  A reference to 'no.md' is included in the 'nav' configuration, which is not found in the documentation files.",
    'mkdocs.yml',
    'nav:\n  - no.md\n',
    'mkdocs.yml:2:5',
  ],
  ['WARNING -  Something else', 'mkdocs.yml', 'nav:\n', 'mkdocs.yml:1:1'],
])('reads %s', (line, path, text, expected) => {
  const [warning] = readMkdocsOutput(`INFO    -  Building\n${line}\n`);
  const { place } = placeWarning(warning ?? { message: '', page: '', needle: '' }, path, text);
  expect(`${place.path}:${place.line}:${place.column}`).toBe(expected);
});
