import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, someBuild, someProject } from '../../testing.ts';
import { metadataComplete } from './metadata-complete.ts';

const facts = (text: string) => ({
  project: someProject(),
  build: known(someBuild({}, { texts: { METADATA: text } }), fileStart('pyproject.toml')),
});

const all =
  'Summary: One\nRequires-Python: >=3.9\nLicense-Expression: MIT\nAuthor-email: a@b.org\nProject-URL: Home, https://a\n';

it('takes metadata that say all of it', () => {
  expect(findingsOf(metadataComplete, facts(all))).toEqual([]);
  const old =
    'Summary: One\nRequires-Python: >=3.9\nClassifier: License :: Other/Proprietary License\nMaintainer: A\nHome-page: https://a\n';
  expect(findingsOf(metadataComplete, facts(old))).toEqual([]);
});

it('names in one notice what lacks', () => {
  const text = all.replace('Summary: One', 'Summary: UNKNOWN').replace(/^Project-URL.*\n/m, '');
  expect(findingsOf(metadataComplete, facts(text))).toEqual([
    'notice pyproject.toml:1:1 Unexpected lack of `description` and `urls` in the metadata of attrsx-1.2.3-py3-none-any.whl, expected what users look for on the index’s page',
  ]);
});
