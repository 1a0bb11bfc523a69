import { UserError } from '@pymaint/core';
import { nodeWorkspace, type Workspace } from '@pymaint/platform';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, type Files } from './git-fixture.ts';
import { inMemoryWorkspace } from './in-memory-workspace.ts';

const FILES = {
  'pyproject.toml': '[project]\n',
  'src/pkg/__init__.py': '\ufeff__version__ = "1"\n',
  'src/pkg/data.bin': Uint8Array.of(1, 0, 2),
  latin: Uint8Array.of(0xe9),
  'src-other/x': '',
} satisfies Files;

async function real(): Promise<Workspace> {
  const place = await temporaryFolder(FILES);
  onTestFinished(() => place[Symbol.asyncDispose]());
  return nodeWorkspace(place.folder);
}

/** The answer, or the word for a refusal. */
const ask = async <T>(question: () => Promise<T>): Promise<T | 'refused'> => {
  try {
    return await question();
  } catch (thrown) {
    if (thrown instanceof UserError) return 'refused';
    throw thrown;
  }
};

const PATHS = [
  '.',
  'pyproject.toml',
  './src/../pyproject.toml',
  'src/pkg/__init__.py',
  'src/pkg/data.bin',
  'latin',
  'src',
  'src/',
  'none',
  'pyproject.toml/below',
  '..',
  '../x',
  '/etc/passwd',
];

describe('inMemoryWorkspace', () => {
  it.each(PATHS)('answers for `%s` as the real one does', async (path) => {
    const [memory, disk] = [inMemoryWorkspace(FILES), await real()];
    const answers = async (workspace: Workspace) => ({
      read: await ask(() => workspace.read(path)),
      bytes: await ask(async () => {
        const bytes = await workspace.readBytes(path);
        return bytes === undefined ? undefined : [...bytes];
      }),
      kind: await ask(() => workspace.kind(path)),
      list: await ask(() => workspace.list(path)),
    });
    expect(await answers(memory)).toEqual(await answers(disk));
  });

  it('shows what was written', async () => {
    const workspace = inMemoryWorkspace({ a: '1' });
    await workspace.write('b/c', '2');
    await workspace.write('./a', '3');
    expect(await workspace.list()).toEqual(['a', 'b/c']);
    expect(Object.fromEntries(workspace.files)).toEqual({ a: '3', 'b/c': '2' });
    expect(await ask(() => workspace.write('b', 'x'))).toBe('refused');
  });
});
