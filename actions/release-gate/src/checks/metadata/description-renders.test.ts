import { fileStart, known, notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { descriptionRenders } from './description-renders.ts';

const facts = (path: string, text: string, contentType: string) => ({
  description: known({ text, contentType }, fileStart(path)),
});

it('takes what PyPI renders', () => {
  const given = facts(
    'README.rst',
    'Title\n=====\n\n`a <https://a>`_ by `me <me@example.org>`_\n',
    'text/x-rst',
  );
  expect(outcomeOf(descriptionRenders, given)).toEqual({ status: 'pass', found: 'text/x-rst' });
});

it('has nothing to say where there is no such file', () => {
  const given = { description: notApplicable('[project] has no `readme`') };
  expect(outcomeOf(descriptionRenders, given)).toMatchObject({ because: 'not-applicable' });
});

it('refuses reStructuredText at the character that PyPI stops at', () => {
  const text = 'Title\n=====\n\nSee :class:`A`.\n\n.. toctree::\n\n   a\n';
  expect(findingsOf(descriptionRenders, facts('README.rst', text, 'text/x-rst'))).toEqual([
    'error README.rst:4:5 Unexpected role `class`, expected one of docutils since PyPI has no others: PyPI refuses the description',
    'error README.rst:6:4 Unexpected directive `toctree`, expected one of docutils since PyPI has no others: PyPI refuses the description',
  ]);
});

it('lets Markdown be, which renders whatever it says', () => {
  const text = '# Title\n\n![logo](docs/logo.png) [open\n';
  expect(findingsOf(descriptionRenders, facts('README.md', text, 'text/markdown'))).toEqual([]);
});

it('lets plain text be', () => {
  expect(findingsOf(descriptionRenders, facts('README', '*open\n', 'text/plain'))).toEqual([]);
});
