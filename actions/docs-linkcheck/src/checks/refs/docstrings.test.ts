import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { docstrings } from './docstrings.ts';

const page = (directives: string): string =>
  `Docs\n====\n\n.. _here:\n\nPart\n----\n\n${directives}\n`;
const CONF = { 'docs/conf.py': "extensions = ['sphinx.ext.autodoc']\n" };
const SOURCE = `"""The module: :ref:\`here\` :ref:\`gone\`."""

__all__ = ['A', 'f']


class A:
    """A class.

    See :doc:\`no-page\` and :doc:\`index\`.
    """

    def _hidden(self):
        """:ref:\`gone\`"""


def f():
    """A :term:\`no term\`, and :ref:\`!gone\`."""


def g():
    """:ref:\`gone\`"""
`;

it('passes what leads somewhere, and what no page shows', async () => {
  expect(
    await findingsOf(docstrings, {
      ...CONF,
      'docs/index.rst': page('.. autofunction:: pkg.h'),
      'src/pkg/__init__.py': `${SOURCE}\n\ndef h():\n    """:ref:\`here\`"""\n`,
    }),
  ).toEqual([]);
});

it('reports what does not, at its place in the source', async () => {
  const found = await findingsOf(docstrings, {
    ...CONF,
    'docs/index.rst': page('.. automodule:: pkg\n   :members:'),
    'src/pkg/__init__.py': SOURCE,
  });
  expect(found.map((line) => line.split(',', 1)[0])).toEqual([
    'error src/pkg/__init__.py:1:34 Unexpected label `gone`',
    'error src/pkg/__init__.py:9:15 Unexpected document `no-page`',
    'error src/pkg/__init__.py:17:17 Unexpected term `no term`',
  ]);
});

it('is silent where an inventory may hold it', async () => {
  expect(
    await findingsOf(docstrings, {
      'docs/conf.py':
        "extensions = ['sphinx.ext.autodoc', 'sphinx.ext.intersphinx']\nintersphinx_mapping = {'python': ('https://x.invalid', None)}\n",
      'docs/index.rst': page('.. automodule:: pkg'),
      'src/pkg/__init__.py': SOURCE,
    }),
  ).toEqual([]);
});
