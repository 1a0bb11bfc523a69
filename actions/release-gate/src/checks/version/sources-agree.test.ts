import { sourceTree } from '@pymaint/python';
import { gatherDeclaredSlots } from '@pymaint/version-drift';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { sourcesAgree } from './sources-agree.ts';

const PYPROJECT = `[project]
name = "attrsx"
version = "1.2.3"
`;

/** The facts of a project, gathered as the gate gathers them, but from memory. */
async function factsOf(more: { readonly [path: string]: string }, pyproject = PYPROJECT) {
  const files = { 'pyproject.toml': pyproject, ...more };
  const tree = sourceTree(files);
  const sources = { files: tree.list(), read: async (path: string) => tree.read(path) };
  return { slots: await gatherDeclaredSlots(sources, someProject(files)) };
}

const dunder = (text: string) => ({ 'src/attrsx/__init__.py': `\n\n__version__ = "${text}"\n` });

it.each(['1.2.3', '1.2.3.0', 'v1.2.3', '0.0.0', 'unknown', ''])(
  'takes %j for 1.2.3',
  async (text) => {
    expect(findingsOf(sourcesAgree, await factsOf(dunder(text)))).toEqual([]);
  },
);

it('reports another version with an edit that mends it', async () => {
  const facts = await factsOf(dunder('1.2.2'));
  expect(findingsOf(sourcesAgree, facts)).toEqual([
    'error src/attrsx/__init__.py:3:16 Unexpected `1.2.2` in `__version__` of src/attrsx/__init__.py, expected `1.2.3` as declared at pyproject.toml:3:12',
  ]);
  expect(outcomeOf(sourcesAgree, facts)).toMatchObject({
    findings: [
      {
        related: [{ message: 'declared as `1.2.3`', place: { path: 'pyproject.toml', line: 3 } }],
        fix: { edits: [{ oldText: '1.2.2', newText: '1.2.3' }] },
      },
    ],
  });
});

it('sees every place that is built into the package, and leaves documents to the sibling', async () => {
  const facts = await factsOf({
    'uv.lock': '[[package]]\nname = "attrsx"\nversion = "1.2.2"\nsource = { editable = "." }\n',
    'CITATION.cff': 'cff-version: 1.2.0\nversion: 1.1.0\n',
  });
  expect(findingsOf(sourcesAgree, facts).map((line) => line.split(' ')[1])).toEqual([
    'uv.lock:3:12',
  ]);
});

it.each([
  ['tells', PYPROJECT.replace('version = "1.2.3"', 'dynamic = ["version"]')],
  ['puts in', PYPROJECT.replace('1.2.3', '0.0.0')],
])('is skipped, without doubt, where only a build %s the version', async (_, pyproject) => {
  expect(outcomeOf(sourcesAgree, await factsOf(dunder('1'), pyproject))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
