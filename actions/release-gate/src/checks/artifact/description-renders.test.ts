import { fileStart, known, notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someBuild, someProject } from '../../testing.ts';
import { descriptionRenders } from './description-renders.ts';

const facts = (type: string, text: string, file?: string) => ({
  project: someProject(),
  description:
    file === undefined
      ? notApplicable('the description is not one file')
      : known({ text: file, contentType: type }, fileStart('README.rst')),
  build: known(
    someBuild(
      {},
      { texts: { METADATA: `Name: attrsx\nDescription-Content-Type: ${type}\n\n${text}` } },
    ),
    fileStart('pyproject.toml'),
  ),
});

it('judges a description that no file of the project holds', () => {
  expect(outcomeOf(descriptionRenders, facts('text/x-rst', 'Text\n'))).toMatchObject({
    status: 'pass',
  });
  expect(findingsOf(descriptionRenders, facts('text/x-rst', 'Text\n\n:class:`A`\n'))).toEqual([
    'error pyproject.toml:1:1 Unexpected role `class`, expected one of docutils since PyPI has no others: PyPI refuses the description (attrsx-1.2.3-py3-none-any.whl)',
  ]);
});

it('leaves to another check what stands in a file', () => {
  const text = 'Text\n\n:class:`A`';
  const given = facts('text/x-rst', `${text}\n\n`, text.replaceAll('\n', '\r\n'));
  expect(findingsOf(descriptionRenders, given)).toEqual([]);
});

it('notes an empty page', () => {
  expect(findingsOf(descriptionRenders, facts('text/x-rst', '\n'))).toEqual([
    'notice pyproject.toml:1:1 Unexpected lack of a description in attrsx-1.2.3-py3-none-any.whl, expected one since PyPI shows an empty page',
  ]);
});

it('notes a description without a type', () => {
  expect(findingsOf(descriptionRenders, facts('', 'Text\n'))).toEqual([
    'notice pyproject.toml:1:1 Unexpected description without a content type in attrsx-1.2.3-py3-none-any.whl, expected one; PyPI takes it for reStructuredText',
  ]);
});
