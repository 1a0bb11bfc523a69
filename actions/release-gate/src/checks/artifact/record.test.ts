import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, packed, someBuild, someProject } from '../../testing.ts';
import { record } from './record.ts';

const EMPTY = 'sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
const INFO = 'attrsx-1.2.3.dist-info';
const facts = (text: string, ...paths: readonly string[]) => ({
  project: someProject(),
  build: known(
    someBuild({}, { files: packed(...paths, `${INFO}/RECORD`), texts: { RECORD: text } }),
    fileStart('pyproject.toml'),
  ),
});

it('takes one that lists every file, also names with commas', () => {
  const text = `attrsx/__init__.py,${EMPTY},0\r\n"a,""b"".py",${EMPTY},0\r\n${INFO}/RECORD,,\r\n`;
  expect(findingsOf(record, facts(text, 'attrsx/__init__.py', 'a,"b".py'))).toEqual([]);
});

it.each([
  ['a file that it lacks', '', ['a.py'], 'expected a line for `a.py`'],
  ['another hash', 'a.py,sha256=AAAA,0\n', ['a.py'], `expected the hash \`${EMPTY}\` for \`a.py\``],
  ['a file that is not there', `a.py,${EMPTY},0\n`, [], 'expected no line for `a.py`'],
])('reports %s', (_, text, paths, words) => {
  const [found, ...more] = findingsOf(record, facts(text, ...paths));
  expect(found).toContain(words);
  expect(more).toEqual([]);
});
