import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitFixture, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { UserError } from '@pymaint/core';
import { nodePorts } from './index.ts';

describe('nodePorts', () => {
  it('sees a folder of a larger repository, and that repository up to its top', async () => {
    await using repository = await gitFixture({
      'pkg/pyproject.toml': 'x',
      top: 't',
      'z/other': '',
    });
    await using ports = await nodePorts({ folder: join(repository.folder, 'pkg') });
    expect(ports.workspace.folder).toBe(join(repository.folder, 'pkg'));
    expect(await ports.workspace.list()).toEqual(['pyproject.toml']);
    expect(await ports.workspace.read('../top')).toBe('t');
    expect(await ports.git.top()).toBe('..');
    expect(ports.event).toBeUndefined();
  });

  it('leaves a repository clean and no folder behind, whatever ran', async () => {
    await using repository = await gitFixture({ 'pyproject.toml': 'x' });
    const ports = await nodePorts({ folder: repository.folder });
    const folder = await ports.scratch.temporary('build');
    const command = { program: 'git', args: ['--version'], cwd: folder, timeout: 10_000 };
    const ran = await ports.processes.run({ ...command, log: 'build' });
    expect(ran.log).toBe(join(repository.folder, '.pymaint/logs/build.log'));
    expect(await ports.git.changes()).toEqual([]);
    expect(await ports.workspace.list()).toEqual(['pyproject.toml']);
    await ports.end();
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(ran.log ?? '')).toBe(true);
  });

  it('works without git, on the folder alone', async () => {
    await using place = await temporaryFolder({ 'pkg/a': '', b: '' });
    await using ports = await nodePorts({ folder: join(place.folder, 'pkg') });
    expect(await ports.workspace.list()).toEqual(['a']);
    await expect(ports.workspace.read('../b')).rejects.toThrow(UserError);
  });

  it('refuses a folder that is none', async () => {
    await expect(nodePorts({ folder: '/no/such/folder' })).rejects.toThrow(UserError);
  });
});
