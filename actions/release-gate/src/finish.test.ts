import { fileStart, known, notKnown, type Fact } from '@pymaint/core';
import type { Scratch } from '@pymaint/platform';
import { expect, it } from 'vitest';
import type { Build } from './facts.ts';
import { finishRelease } from './finish.ts';
import { someBuild } from './testing.ts';

const at = fileStart('pyproject.toml');
const failed: Build = {
  kind: 'failed',
  trouble: { kind: 'failed', message: 'm', remedy: 'r', log: undefined },
};

async function finish(build: Fact<Build> | undefined) {
  const calls: (readonly [string | undefined, number])[] = [];
  const scratch = {
    async replaceFolder(folder: string | undefined, files: readonly unknown[]) {
      calls.push([folder, files.length]);
      return '/out/dist';
    },
    keep: async (name: string, text: string) => `/out/${name}:${text.split('\n').length}`,
  } as unknown as Scratch;
  const finished = await finishRelease({ distributions: undefined }, build ? { build } : {}, {
    scratch,
  });
  return { calls, finished };
}

it('hands on the folder, the hashes and the file of checksums of what was judged', async () => {
  const { calls, finished } = await finish(known(someBuild(), at));
  const zeros = '0'.repeat(64);
  expect(calls).toEqual([[undefined, 2]]);
  expect(finished.outputs).toEqual({
    distributions: '/out/dist',
    hashes: `${zeros}  attrsx-1.2.3.tar.gz\n${zeros}  attrsx-1.2.3-py3-none-any.whl`,
    checksums: '/out/SHA256SUMS:3',
  });
  expect(finished.kept).toEqual([{ name: 'Distributions', path: '/out/dist' }]);
  expect(finished.data).toMatchObject({ distributions: [{ size: 1000 }, { size: 1000 }] });
});

it.each([
  ['failed', known(failed, at)],
  ['is not known', notKnown('no network')],
])('leaves nothing of an earlier run where the build %s', async (_, build) => {
  const { calls, finished } = await finish(build);
  expect(calls).toEqual([[undefined, 0]]);
  expect(finished).toEqual({ outputs: {}, data: {}, kept: [] });
});

it('touches nothing where no build was asked for', async () => {
  expect((await finish(undefined)).calls).toEqual([]);
});
