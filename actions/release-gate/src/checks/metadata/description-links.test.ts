import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { descriptionLinks } from './description-links.ts';

const facts = (path: string, text: string, contentType: string) => ({
  description: known({ text, contentType }, fileStart(path)),
});

it('names relative links and images that are dead there', () => {
  const text = '# Title\n\n![logo](docs/logo.png) [more](docs/more.md) [there](#nowhere)\n';
  expect(findingsOf(descriptionLinks, facts('README.md', text, 'text/markdown'))).toEqual([
    'warning README.md:3:9 Unexpected relative image `docs/logo.png` in the description, expected an absolute address since PyPI has no files of the project',
    'notice README.md:3:31 Unexpected relative link `docs/more.md` in the description, expected an absolute address since PyPI has no files of the project',
    'notice README.md:3:53 Unexpected link `#nowhere` in the description, expected the anchor of a title on PyPI’s page',
  ]);
});

it.each([
  ['absolute addresses', '# Title\n\n[a](https://example.org/) [b](#title)\n'],
  ['a text without links', 'Words.\n'],
])('takes %s', (_, text) => {
  const given = facts('README.md', text, 'text/markdown');
  expect(outcomeOf(descriptionLinks, given)).toMatchObject({ status: 'pass' });
});
