import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gitFixture, temporaryFolder, type Files } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '@pymaint/core';
import { nodeGit } from './git.ts';
import { nodeWorkspace } from './workspace.ts';

async function folderOf(files: Files): Promise<string> {
  const place = await temporaryFolder(files);
  onTestFinished(() => place[Symbol.asyncDispose]());
  return place.folder;
}

describe('nodeWorkspace', () => {
  it('refuses a folder that is none', async () => {
    const folder = await folderOf({ file: '' });
    expect(() => nodeWorkspace(join(folder, 'none'))).toThrow(UserError);
    expect(() => nodeWorkspace(join(folder, 'file'))).toThrow('is a file, expected a folder');
    expect(() => nodeWorkspace(folder, { root: join(folder, '..', 'x') })).toThrow(UserError);
  });

  it('resolves the symbolic links of its folder', async () => {
    const folder = await folderOf({ 'real/a': 'x' });
    symlinkSync('real', join(folder, 'link'));
    const workspace = nodeWorkspace(join(folder, 'link'));
    expect(workspace.folder).toBe(join(folder, 'real'));
    expect(await workspace.read('a')).toBe('x');
  });
});

describe('read and kind', () => {
  it('read text, and nothing where there is none', async () => {
    const folder = await folderOf({
      'a.txt': '\ufeffé\r\n',
      latin: Uint8Array.of(0xe9),
      binary: Uint8Array.of(0x61, 0),
      'dir/x': '',
    });
    const workspace = nodeWorkspace(folder);
    expect(await workspace.read('a.txt')).toBe('é\r\n');
    expect(await workspace.read('latin')).toBeUndefined();
    expect(await workspace.read('binary')).toBeUndefined();
    expect(await workspace.readBytes('binary')).toEqual(Buffer.of(0x61, 0));
    expect(await workspace.read('none')).toBeUndefined();
    expect(await workspace.read('dir')).toBeUndefined();
    expect(await workspace.read('a.txt/below')).toBeUndefined();
    expect(await workspace.kind('dir')).toBe('folder');
    expect(await workspace.kind('a.txt')).toBe('file');
    expect(await workspace.kind('none')).toBeUndefined();
    expect(await workspace.kind('a.txt/below')).toBeUndefined();
  });

  it('reach up to the root and no further', async () => {
    const folder = await folderOf({ 'repo/sub/a': '', 'repo/top': 'top', secret: 'secret' });
    symlinkSync('../../secret', join(folder, 'repo/sub/leak'));
    const workspace = nodeWorkspace(join(folder, 'repo/sub'), { root: '..' });
    expect(await workspace.read('../top')).toBe('top');
    await expect(workspace.read('../../secret')).rejects.toThrow('`../../secret`');
    await expect(workspace.read('leak')).rejects.toThrow(UserError);
    await expect(workspace.kind('/etc/passwd')).rejects.toThrow(UserError);
    await expect(nodeWorkspace(join(folder, 'repo/sub')).read('../top')).rejects.toThrow(UserError);
  });

  it('do not wait for a pipe', async () => {
    const folder = await folderOf({});
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const workspace = nodeWorkspace(folder);
    expect(await workspace.read('pipe')).toBeUndefined();
    expect(await workspace.kind('pipe')).toBe('other');
    expect(await workspace.list()).toEqual([]);
  });
});

const TREE = {
  'pyproject.toml': '',
  'src/pkg/build/mod.py': '',
  'src/pkg/__pycache__/mod.pyc': '',
  'src/pkg.egg-info/PKG-INFO': '',
  'env/pyvenv.cfg': '',
  'env/lib/python3/site-packages/x.py': '',
  '.tox/py/x': '',
  '.nox/x': '',
  '.mypy_cache/x': '',
  '.pymaint/report.json': '',
  'node_modules/m/index.js': '',
  '.hidden/kept': '',
  'docs/index.rst': '',
} satisfies Files;

const OWN = ['.hidden/kept', 'docs/index.rst', 'pyproject.toml', 'src/pkg/build/mod.py'];

describe('list', () => {
  it('leaves out what tools have made', async () => {
    expect(await nodeWorkspace(await folderOf(TREE)).list()).toEqual(OWN);
  });

  it('leaves out the same where git would tell of it as new', async () => {
    await using repository = await gitFixture();
    await repository.write(TREE);
    const workspace = nodeWorkspace(repository.folder, { git: nodeGit(repository.folder) });
    expect(await workspace.list()).toEqual(OWN);
  });

  it('gives what git tracks or would add, ignored files left out', async () => {
    await using repository = await gitFixture({
      '.gitignore': 'build/\n*.log\n',
      'a.py': '',
      'gone.py': '',
      'tests/data/x.egg-info/PKG-INFO': '',
    });
    await repository.write({ 'new.py': '', 'build/x': '', 'y.log': '' });
    await repository.git('rm', '-q', '--cached', 'gone.py');
    await repository.git('mv', 'a.py', 'b.py');
    execFileSync('rm', [join(repository.folder, 'gone.py')]);
    const workspace = nodeWorkspace(repository.folder, { git: nodeGit(repository.folder) });
    expect(await workspace.list()).toEqual([
      '.gitignore',
      'b.py',
      'new.py',
      'tests/data/x.egg-info/PKG-INFO',
    ]);
  });

  it('leaves out tracked files that are missing, and sees those just written', async () => {
    await using repository = await gitFixture({ a: '', b: '' });
    execFileSync('rm', [join(repository.folder, 'a')]);
    const workspace = nodeWorkspace(repository.folder, { git: nodeGit(repository.folder) });
    expect(await workspace.list()).toEqual(['b']);
    await workspace.write('c', 'x');
    expect(await workspace.list()).toEqual(['b', 'c']);
  });
});

describe('list, with git and without', () => {
  it.each([true, false])('lists links to files, not those that lead out (git: %s)', async (git) => {
    await using repository = await gitFixture();
    await repository.write({ 'a/file': '', 'shared/x': '' });
    const link = (target: string, name: string) =>
      symlinkSync(target, join(repository.folder, name));
    link('a/file', 'to-file');
    link('shared', 'to-folder');
    link('/etc/hostname', 'out');
    link('nowhere', 'dangling');
    link('circle', 'circle');
    await repository.git('add', '-A');
    const workspace = nodeWorkspace(
      repository.folder,
      git ? { git: nodeGit(repository.folder) } : {},
    );
    expect(await workspace.list()).toEqual(['a/file', 'shared/x', 'to-file']);
    expect(await workspace.list('to-folder')).toEqual(['to-folder/x']);
  });

  it.each([true, false])('lists below a folder, with its name (git: %s)', async (git) => {
    await using repository = await gitFixture({ 'docs/a/b.rst': '', 'docs-x/c': '', 'z/y': '' });
    const workspace = nodeWorkspace(
      repository.folder,
      git ? { git: nodeGit(repository.folder) } : {},
    );
    expect(await workspace.list('docs')).toEqual(['docs/a/b.rst']);
    expect(await workspace.list('./docs/')).toEqual(['docs/a/b.rst']);
    expect(await workspace.list('none')).toEqual([]);
    expect(await workspace.list('z/y')).toEqual([]);
  });

  it('refuses to list more files than it may, in words', async () => {
    const workspace = nodeWorkspace(await folderOf({ a: '', b: '', c: '' }), { maxFiles: 2 });
    await expect(workspace.list()).rejects.toThrow('holds more than 2 files');
  });
});

describe('write', () => {
  it('makes a file with the folders on its way, and leaves nothing beside it', async () => {
    const workspace = nodeWorkspace(await folderOf({}));
    await workspace.write('a/b/c.txt', 'é\n');
    expect(await workspace.read('a/b/c.txt')).toBe('é\n');
    expect(readdirSync(join(workspace.folder, 'a/b'))).toEqual(['c.txt']);
  });

  it('keeps the mode and the byte order mark of the file it replaces', async () => {
    const folder = await folderOf({ run: '\ufeffold' });
    chmodSync(join(folder, 'run'), 0o754);
    await nodeWorkspace(folder).write('run', 'new');
    expect(statSync(join(folder, 'run')).mode & 0o777).toBe(0o754);
    expect(readFileSync(join(folder, 'run'), 'utf8')).toBe('\ufeffnew');
  });

  it('writes through a link that stays inside, and the link stays', async () => {
    const folder = await folderOf({ 'docs/real': 'old' });
    symlinkSync('docs/real', join(folder, 'link'));
    await nodeWorkspace(folder).write('link', 'new');
    expect(readFileSync(join(folder, 'docs/real'), 'utf8')).toBe('new');
  });

  it.each([
    ['out', 'leads to'],
    ['out-folder/new', 'leads to'],
    ['dangling', 'nowhere'],
    ['.git/config', 'belongs to git'],
    ['sub/.git/hooks/pre-commit', 'belongs to git'],
    ['folder', 'is not a file'],
    ['file/below', 'cannot be written'],
    ['../x', 'leads out'],
  ])('refuses `%s`: %s', async (path, words) => {
    const outer = await folderOf({ secret: 'kept', 'in/file': '', 'in/folder/x': '' });
    const folder = join(outer, 'in');
    mkdirSync(join(folder, '.git'));
    symlinkSync('../secret', join(folder, 'out'));
    symlinkSync('..', join(folder, 'out-folder'));
    symlinkSync('none', join(folder, 'dangling'));
    const written = nodeWorkspace(folder).write(path, 'x');
    await expect(written).rejects.toThrow(UserError);
    await expect(written).rejects.toThrow(words);
    expect(readFileSync(join(outer, 'secret'), 'utf8')).toBe('kept');
    expect(readdirSync(outer).toSorted()).toEqual(['in', 'secret']);
  });
});
