import { readOptions } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { OPTIONS } from '../../options.ts';
import { linkcheck } from '../../testing.ts';
import { published } from './published.ts';

const FILES = {
  'docs/conf.py': '',
  'docs/index.rst': 'Docs\n====\n\n.. toctree::\n\n   other\n',
  'docs/other.rst': 'Other\n=====\n\n.. _part:\n\nPart\n----\n\ntext\n',
};
const asked = (name: 'write-inventory' | 'compare-inventory') => ({
  ...readOptions(OPTIONS, []),
  [name]: 'docs/published.txt',
});

it('passes where nothing is compared, and reports what is gone since the inventory was written', async () => {
  await using repository = await gitFixture(FILES);
  await using ports = await nodePorts({ folder: repository.folder });
  expect((await linkcheck([published], ports, asked('write-inventory'))).findings).toEqual([]);
  expect((await linkcheck([published], ports, asked('compare-inventory'))).findings).toEqual([]);
  await repository.write({
    'docs/index.rst': 'Docs\n====\n\n.. toctree::\n\n   another\n',
    'docs/another.rst': 'Another\n=======\n\n.. _part:\n\nPart\n----\n\ntext\n',
  });
  await repository.git('rm', '-q', '--cached', 'docs/other.rst');
  await repository.write({ '.gitignore': 'other.rst\n' });
  await using changed = await nodePorts({ folder: repository.folder });
  expect((await linkcheck([published], changed, asked('compare-inventory'))).findings).toEqual([
    expect.stringMatching(
      /^refs\/published warning docs\/conf\.py:1:1 Unexpected removal of the document `other`/u,
    ),
  ]);
});

it('says so where the inventory is none', async () => {
  await using repository = await gitFixture({ ...FILES, 'docs/published.txt': 'x\n' });
  await using ports = await nodePorts({ folder: repository.folder });
  await expect(linkcheck([published], ports, asked('compare-inventory'))).rejects.toThrow(
    'compare-inventory',
  );
});
