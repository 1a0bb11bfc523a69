import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someBuild, someCandidate, someProject } from '../../testing.ts';
import { nameAndVersion } from './name-and-version.ts';

const metadata = (name: string, version: string) =>
  `Metadata-Version: 2.4\nName: ${name}\nVersion: ${version}\n\nVersion: 9.9 is no header\n`;

const facts = (name: string, version: string, wanted = '1.2.3') => ({
  project: someProject(),
  candidate: someCandidate(wanted),
  build: known(
    someBuild(
      { texts: { 'PKG-INFO': metadata('attrsx', wanted) } },
      { texts: { METADATA: metadata(name, version) } },
    ),
    fileStart('pyproject.toml'),
  ),
});

it.each([
  ['attrsx', '1.2.3', '1.2.3'],
  ['AttrsX', '1.2.3', '1.2.3'],
  ['attrsx', '1.2.0rc1', '1.2.0-rc.1'],
])('takes %s %s for attrsx %s', (name, version, wanted) => {
  expect(findingsOf(nameAndVersion, facts(name, version, wanted))).toEqual([]);
});

it('reports another version', () => {
  expect(findingsOf(nameAndVersion, facts('attrsx', '1.2.3.dev4+g3f2a9c1'))).toEqual([
    'error pyproject.toml:1:1 Unexpected version `1.2.3.dev4+g3f2a9c1` in attrsx-1.2.3-py3-none-any.whl, expected `1.2.3` of the tag',
  ]);
});

it('says once what sdist and wheel say alike', () => {
  const [texts, wanted] = [{ METADATA: metadata('attrsx', '1.2.4') }, someCandidate('1.2.3')];
  const build = known(
    someBuild({ texts: { 'PKG-INFO': texts.METADATA } }, { texts }),
    fileStart('pyproject.toml'),
  );
  expect(findingsOf(nameAndVersion, { project: someProject(), candidate: wanted, build })).toEqual([
    'error pyproject.toml:1:1 Unexpected version `1.2.4` in attrsx-1.2.3.tar.gz and attrsx-1.2.3-py3-none-any.whl, expected `1.2.3` of the tag',
  ]);
});

it('reports another name where the name stands', () => {
  expect(findingsOf(nameAndVersion, facts('unknown', '1.2.3'))).toEqual([
    'error pyproject.toml:2:9 Unexpected name `unknown` in attrsx-1.2.3-py3-none-any.whl, expected `attrsx`',
  ]);
});

it('says what was built', () => {
  expect(outcomeOf(nameAndVersion, facts('attrsx', '1.2.3'))).toMatchObject({
    found: 'attrsx 1.2.3',
  });
});
