import { readOptions } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { CHECKS } from '../checks/index.ts';
import { OPTIONS } from '../options.ts';
import { linkcheck } from '../testing.ts';

const since = { ...readOptions(OPTIONS, []), 'changed-since': 'v1' };

const FILES = {
  'docs/conf.py': '',
  'docs/index.rst': 'Docs\n====\n\n.. toctree::\n\n   other\n\n:ref:`part` and :ref:`old-fault`\n',
  'docs/other.rst': 'Other\n=====\n\n.. _part:\n\nPart\n----\n\ntext\n',
};

it.each([
  ['nothing', {}, []],
  [
    'a fault that is added',
    { 'docs/other.rst': `${FILES['docs/other.rst']}\n:ref:\`new-fault\`\n` },
    [/^refs\/labels error docs\/other\.rst:11:7 Unexpected label `new-fault`/u],
  ],
  [
    'a label that goes away',
    { 'docs/other.rst': 'Other\n=====\n\nPart\n----\n\ntext\n' },
    [/^refs\/labels error docs\/index\.rst:8:7 Unexpected label `part`/u],
  ],
  ['a fault that moves', { 'docs/index.rst': `\n\n${FILES['docs/index.rst']}` }, []],
])('reports with `changed-since`: %s', async (_, change, expected) => {
  await using repository = await gitFixture(FILES);
  await repository.tag('v1');
  await repository.commit('Change', change);
  await using ports = await nodePorts({ folder: repository.folder });
  const { findings } = await linkcheck(CHECKS, ports, since);
  expect(findings).toEqual(expected.map((line) => expect.stringMatching(line)));
});

it('sees what is not committed, and pages that are gone', async () => {
  await using repository = await gitFixture(FILES);
  await repository.tag('v1');
  await repository.git('rm', '-q', 'docs/other.rst');
  await using ports = await nodePorts({ folder: repository.folder });
  const { findings } = await linkcheck(CHECKS, ports, since);
  expect(findings).toEqual([
    expect.stringMatching(/^refs\/labels error docs\/index\.rst:8:7 /u),
    expect.stringMatching(/^refs\/toctrees error docs\/index\.rst:6:4 /u),
  ]);
});

it('knows nothing of a revision that the clone does not have', async () => {
  await using repository = await gitFixture(FILES);
  await using ports = await nodePorts({ folder: repository.folder });
  const { facts } = await linkcheck(CHECKS, ports, since);
  expect(facts.sphinx).toMatchObject({ known: false, why: expect.stringContaining('`v1`') });
});
