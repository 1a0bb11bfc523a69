import { nodePorts } from '@pymaint/platform';
import { gitFixture, temporaryFolder } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import { linkcheck } from '../testing.ts';

const PAGE = 'Docs\n====\n\n.. image:: made/a.png\n.. image:: b.png\n';

it('takes for ignored what a list of the repository says, where the project is a folder of it', async () => {
  await using repository = await gitFixture({
    '.gitignore': '/lib/docs/made/\n',
    'lib/.gitignore': '*.tmp\n',
    'lib/pkg/docs/conf.py': '',
    'lib/docs/conf.py': '',
    'lib/docs/index.rst': PAGE,
  });
  await using ports = await nodePorts({ folder: `${repository.folder}/lib` });
  const { findings } = await linkcheck(CHECKS, ports);
  expect(findings).toEqual([
    expect.stringMatching(/^refs\/files error docs\/index\.rst:5:12 /u),
    expect.stringMatching(/^refs\/files notice docs\/index\.rst:4:12 .*git ignores it/u),
  ]);
});

it.each([
  ['an sdist', { PKG_INFO: 'PKG-INFO' }, /an sdist leaves files/u],
  ['a tree without git', {}, /no git checkout/u],
])('is not sure of a missing file in %s', async (_, { PKG_INFO }: { PKG_INFO?: string }, why) => {
  await using tree = await temporaryFolder({
    ...(PKG_INFO === undefined ? {} : { [PKG_INFO]: 'Name: x\n' }),
    'docs/conf.py': '',
    'docs/index.rst': 'Docs\n====\n\n:doc:`b`\n\n.. image:: b.png\n\n.. toctree::\n\n   c\n',
  });
  await using ports = await nodePorts({ folder: tree.folder });
  const { findings } = await linkcheck(CHECKS, ports);
  expect(findings.map((line) => line.split(' ', 2).join(' '))).toEqual([
    'refs/documents notice',
    'refs/toctrees notice',
    'refs/files notice',
  ]);
  expect(findings.every((line) => why.test(line))).toBe(true);
});
