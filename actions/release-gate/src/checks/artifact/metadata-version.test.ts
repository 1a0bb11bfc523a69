import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someBuild, someWorkflow } from '../../testing.ts';
import { metadataVersion } from './metadata-version.ts';

const facts = (ref: string, version: string) => ({
  ...someWorkflow(
    `on: push\njobs:\n  pypi:\n    steps:\n      - uses: pypa/gh-action-pypi-publish@${ref}\n`,
  ),
  build: known(
    someBuild({}, { texts: { METADATA: `Metadata-Version: ${version}\nName: attrsx\n` } }),
    fileStart('pyproject.toml'),
  ),
});

it.each([
  ['v1.14.2', '2.5'],
  ['v1.12.3', '2.4'],
  ['v1.8.0', '2.3'],
  ['release/v1', '2.5'],
  ['dc37677b2e1c63e2034f94d8a5b11f265b73ba33', '2.5'],
])('takes %s for metadata of version %s', (ref, version) => {
  expect(outcomeOf(metadataVersion, facts(ref, version))).toEqual({
    status: 'pass',
    found: version,
  });
});

it.each([
  ['v1.14.1', '2.5', 'v1.14.2'],
  ['v1.12.2', '2.4', 'v1.12.3'],
])('refuses %s for metadata of version %s', (ref, version, least) => {
  expect(findingsOf(metadataVersion, facts(ref, version))).toEqual([
    `error .github/workflows/release.yml:5:15 Unexpected release ${ref} of pypa/gh-action-pypi-publish, expected ${least} or later since attrsx-1.2.3-py3-none-any.whl has metadata of version ${version}`,
  ]);
});
