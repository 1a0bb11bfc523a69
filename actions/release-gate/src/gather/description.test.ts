import { tomlDocument } from '@pymaint/core';
import { readProject, sourceTree } from '@pymaint/python';
import { expect, it } from 'vitest';
import { gatherDescription } from './description.ts';

const TOML = '[project]\nname = "attrsx"\nversion = "1"\n';

async function described(files: Readonly<Record<string, string>>) {
  const project = readProject(sourceTree(files));
  if (project === undefined) throw new Error('no project');
  const fact = await gatherDescription(
    {
      files: Object.keys(files),
      pyproject: tomlDocument('pyproject.toml', files['pyproject.toml'] ?? ''),
      read: (path) => Promise.resolve(files[path]),
    },
    project,
  );
  return fact.known ? fact.value : fact.because;
}

it.each([
  [
    'is the file that is named',
    { 'pyproject.toml': `${TOML}readme = "R.md"\n`, 'R.md': '# X\n' },
    { text: '# X\n', contentType: 'text/markdown' },
  ],
  // What comes of it is judged as it was built: nothing is in doubt.
  [
    'is nothing to judge where setup.py puts it together',
    {
      'setup.py':
        "from setuptools import setup\nsetup(name='attrsx', version='1', long_description=open('R.rst').read() + open('C.rst').read())\n",
      'R.rst': 'X\n',
    },
    'not-applicable',
  ],
  [
    'is in doubt where its file is not there',
    { 'pyproject.toml': `${TOML}readme = "R.md"\n` },
    'not-known',
  ],
  ['is nothing to judge where there is none', { 'pyproject.toml': TOML }, 'not-applicable'],
])('the description %s', async (_, files: Readonly<Record<string, string>>, expected) => {
  expect(await described(files)).toEqual(expected);
});
