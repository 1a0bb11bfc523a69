import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { linkcheck } from '../testing.ts';
import { files } from '../checks/refs/files.ts';

it('reads the files of which documents take a part', async () => {
  await using repository = await gitFixture({
    'docs/conf.py': '',
    'docs/index.rst':
      '.. literalinclude:: ../own.py\n   :pyobject: wrok\n\n.. include:: latin.txt\n   :encoding: utf-8\n',
    'docs/latin.txt': new Uint8Array([0x4b, 0xe4, 0x73, 0x65, 0x0a]),
    'own.py': 'def work(): pass\n',
  });
  await using ports = await nodePorts({ folder: repository.folder });
  const { findings } = await linkcheck([files], ports);
  expect(findings).toEqual([
    'refs/files error docs/index.rst:2:15 Unexpected `:pyobject: wrok` of `own.py`, expected a class or function that the file defines; did you mean `work`?',
    'refs/files error docs/index.rst:5:15 Unexpected `:encoding: utf-8` of `docs/latin.txt`, expected the encoding of the file, which is not UTF-8',
  ]);
});
