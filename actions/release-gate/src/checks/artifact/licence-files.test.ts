import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import {
  findingsOf,
  outcomeOf,
  packed,
  someBuild,
  someProject,
  someSources,
} from '../../testing.ts';
import { licenceFiles } from './licence-files.ts';

const INFO = 'attrsx-1.2.3.dist-info';
const facts = (
  named: readonly string[],
  wheel: readonly string[],
  sdist: readonly string[] = ['LICENSE'],
  own: readonly string[] = ['LICENSE'],
  more = '',
) => {
  const text = `Name: attrsx\n${more}${named.map((file) => `License-File: ${file}\n`).join('')}\n`;
  return {
    project: someProject(),
    sources: someSources(...own),
    build: known(
      someBuild(
        { texts: { 'PKG-INFO': text }, files: packed(...sdist) },
        { texts: { METADATA: text }, files: packed(`${INFO}/METADATA`, ...wheel) },
      ),
      fileStart('pyproject.toml'),
    ),
  };
};

it.each([
  ['by PEP 639', ['LICENSE'], [`${INFO}/licenses/LICENSE`]],
  ['as before PEP 639', ['LICENSE'], [`${INFO}/LICENSE`]],
  ['without naming it', [], [`${INFO}/LICENSE.txt`]],
])('takes a licence that is packed %s', (_, named, wheel) => {
  expect(outcomeOf(licenceFiles, facts(named, wheel))).toEqual({ status: 'pass', found: '1 file' });
});

it('reports named files that are not there', () => {
  expect(findingsOf(licenceFiles, facts(['LICENCE'], []))).toEqual([
    'error pyproject.toml:1:1 Unexpected lack of `LICENCE` in attrsx-1.2.3-py3-none-any.whl, expected it since its metadata name it as License-File',
    'error pyproject.toml:1:1 Unexpected lack of `LICENCE` in attrsx-1.2.3.tar.gz, expected it since its metadata name it as License-File',
  ]);
});

it('warns of a licence that the project has and the wheel has not', () => {
  expect(findingsOf(licenceFiles, facts([], []))).toEqual([
    'warning pyproject.toml:1:1 Unexpected wheel without a licence file, expected `LICENSE` in it since most licences ask for that',
  ]);
});

it('has nothing to say where the project has none', () => {
  expect(outcomeOf(licenceFiles, facts([], [], [], ['README.md']))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it.each([
  ['the expression', 'License-Expression: MIT\n', 'MIT'],
  ['the older field', 'License: BSD\n', 'BSD'],
  ['a classifier', 'Classifier: License :: OSI Approved :: MIT License\n', 'MIT License'],
])('tells of a licence that %s names and nobody has put there', (_, more, name) => {
  expect(findingsOf(licenceFiles, facts([], [], [], ['README.md'], more))).toEqual([
    `notice pyproject.toml:1:1 Unexpected wheel without a licence file, expected the text of \`${name}\`, the licence that its metadata name, since most licences ask to go with every copy`,
  ]);
});

it.each([
  ['a licence that asks for nothing', 'License-Expression: 0BSD\n', ['README.md']],
  ['one that is the owner’s own', 'License-Expression: LicenseRef-Ours\n', ['README.md']],
  [
    'the whole text in the metadata',
    'License: MIT\n        \n        Permission is\n',
    ['README.md'],
  ],
  ['texts in a folder', 'License-Expression: MIT\n', ['LICENSES/MIT.txt']],
  ['a file of another name', 'License: MIT\n', ['docs/UNLICENSE.md']],
])('says nothing of %s', (_, more, own) => {
  expect(outcomeOf(licenceFiles, facts([], [], [], own, more))).toMatchObject({ status: 'skip' });
});
