import { chown, mkdir, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitFixture, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { UserError } from '@pymaint/core';
import { nodeGit } from './git.ts';

const HEX = /^[0-9a-f]{40}$/;

describe('available', () => {
  it('is so at the top of a repository and below it', async () => {
    await using repository = await gitFixture({ 'sub/deep/a': '' });
    expect(await nodeGit(repository.folder).available()).toEqual({ yes: true });
    expect(await nodeGit(repository.folder).top()).toBe('.');
    expect(await nodeGit(join(repository.folder, 'sub')).top()).toBe('..');
    expect(await nodeGit(join(repository.folder, 'sub/deep')).top()).toBe('../..');
  });

  it('is not outside of any, and every other question is refused with the reason', async () => {
    await using place = await temporaryFolder();
    const { folder } = place;
    const git = nodeGit(folder);
    const why = `\`${folder}\` is in no git repository`;
    expect(await git.available()).toEqual({ yes: false, why });
    await expect(git.tags()).rejects.toThrow(new UserError(why));
    await expect(git.changes()).rejects.toThrow(UserError);
  });

  it('is not without git', async () => {
    await using place = await temporaryFolder();
    const git = nodeGit(place.folder, { env: { PATH: '/nowhere' } });
    expect(await git.available()).toEqual({
      yes: false,
      unreadable: true,
      why: 'git is not installed, or not on PATH',
    });
  });
});

describe('the day of a line', () => {
  it('is that of the commit that wrote it, and unknown where that is not here', async () => {
    await using repository = await gitFixture({ 'sub/a': 'one\n' });
    await repository.commit('more', { 'sub/a': 'one\ntwo\n' });
    const git = nodeGit(join(repository.folder, 'sub'));
    expect([await git.lineDay('a', 1), await git.lineDay('a', 2)]).toEqual([
      '2026-01-02',
      '2026-01-02',
    ]);
    expect([await git.lineDay('a', 3), await git.lineDay('b', 1)]).toEqual([undefined, undefined]);
    await repository.write({ 'sub/a': 'one\n2\n' });
    expect(await git.lineDay('a', 2)).toBeUndefined();
    await using clone = await repository.clone({ depth: 1 });
    const shallow = nodeGit(join(clone.folder, 'sub'));
    expect(await shallow.lineDay('a', 1)).toBeUndefined();
  });
});

describe('a repository that is not the project’s', () => {
  it('is not available without a work tree', async () => {
    await using repository = await gitFixture({ a: '' });
    const git = nodeGit(join(repository.folder, '.git'));
    expect(await git.available()).toMatchObject({ yes: false });
  });

  it('is not available where the repository around ignores the folder, and is where it tracks files there', async () => {
    await using repository = await gitFixture({ '.gitignore': 'scratch/\n' });
    await repository.write({ 'scratch/sdist/pyproject.toml': '' });
    const folder = join(repository.folder, 'scratch/sdist');
    expect(await nodeGit(folder).available()).toEqual({
      yes: false,
      why: `the git repository around \`${folder}\` ignores it`,
    });
    await repository.git('add', '-f', 'scratch/sdist/pyproject.toml');
    expect(await nodeGit(folder).available()).toEqual({ yes: true });
  });

  it('is not one that a variable points to', async () => {
    await using other = await gitFixture({ a: '' });
    const env = { ...process.env, GIT_DIR: join(other.folder, '.git') };
    await using place = await temporaryFolder();
    expect(await nodeGit(place.folder, { env }).available()).toMatchObject({ yes: false });
  });

  it.runIf(process.getuid?.() === 0)(
    'is not available where it is another user’s, unless that is trusted',
    async () => {
      await using repository = await gitFixture({ a: '' });
      const { folder } = repository;
      await chown(folder, 12_345, 12_345);
      const env = { ...process.env, SUDO_UID: undefined, GIT_CONFIG_GLOBAL: '/dev/null' };
      const answer = await nodeGit(folder, { env }).available();
      expect(answer).toMatchObject({ yes: false });
      expect(answer.yes ? '' : answer.why).toContain(
        `git config --global --add safe.directory "${folder}"`,
      );
      expect(await nodeGit(folder, { env, trusted: [folder] }).head()).toMatch(HEX);
    },
  );
});

describe('head and branch', () => {
  it('are unknown before the first commit, but for the branch', async () => {
    await using repository = await gitFixture();
    const git = nodeGit(repository.folder);
    expect([await git.head(), await git.branch()]).toEqual([undefined, 'main']);
    expect([await git.tags(), await git.tracked()]).toEqual([[], []]);
  });

  it('tell the commit and the branch', async () => {
    await using repository = await gitFixture({ a: '' });
    await repository.branch('feature/x');
    const git = nodeGit(repository.folder);
    expect(await git.head()).toBe(await repository.git('rev-parse', 'HEAD'));
    expect(await git.branch()).toBe('feature/x');
  });

  it('know no branch on a detached head', async () => {
    await using repository = await gitFixture({ a: '' });
    await repository.git('checkout', '-q', '--detach');
    expect(await nodeGit(repository.folder).branch()).toBeUndefined();
  });
});

describe('tags', () => {
  it('resolves annotated tags and tags of tags, and leaves out tags of files', async () => {
    await using repository = await gitFixture({ a: 'x' });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.tag('v1.0.0', 'One');
    await repository.tag('light');
    await repository.git('tag', '-a', '-m', 'of a tag', 'again', 'v1.0.0');
    await repository.git('tag', 'blob', 'HEAD:a');
    await repository.git('tag', '-a', '-m', 'of a tree', 'tree', 'HEAD^{tree}');
    await repository.commit('Next');
    await repository.tag('release/ünïcode');
    const git = nodeGit(repository.folder);
    const tags = await git.tags();
    expect(tags.map((tag) => [tag.name, tag.commit === first])).toEqual([
      ['again', true],
      ['light', true],
      ['release/ünïcode', false],
      ['v1.0.0', true],
    ]);
    expect(tags.find((tag) => tag.name === 'v1.0.0')?.date).toBe('2026-01-02T03:06:05+00:00');
    // A light tag has no date of its own: its commit's is told.
    expect(tags.find((tag) => tag.name === 'light')?.date).toBe('2026-01-02T03:05:05+00:00');
    expect(await git.tagsAt(first)).toEqual(['again', 'light', 'v1.0.0']);
    expect(await git.tagsAt('0'.repeat(40))).toEqual([]);
  });
});

describe('defaultBranch', () => {
  it('is what the clone was told', async () => {
    await using repository = await gitFixture({ a: '' });
    await repository.git('branch', '-m', 'trunk');
    await using clone = await repository.clone();
    expect(await nodeGit(clone.folder).defaultBranch()).toBe('trunk');
  });

  it.each([
    ['main', ['main'], 'main'],
    ['master, seen from another branch', ['master', 'topic'], 'master'],
    ['none where both are', ['main', 'master'], undefined],
    ['none where neither is', ['topic'], undefined],
    ['none for one that only ends so', ['x/mainly'], undefined],
  ])('without a remote is %s', async (_, branches, expected) => {
    await using repository = await gitFixture({ a: '' });
    await repository.git('checkout', '-q', '--detach');
    await repository.git('branch', '-D', 'main');
    for (const branch of branches) await repository.branch(branch);
    expect(await nodeGit(repository.folder).defaultBranch()).toBe(expected);
  });
});

describe('isAncestor', () => {
  it('tells yes, no, and that it cannot tell', async () => {
    await using repository = await gitFixture({ a: '1' });
    const first = await repository.git('rev-parse', 'HEAD');
    const second = await repository.commit('Second');
    await repository.tag('v2');
    const git = nodeGit(repository.folder);
    expect(await git.isAncestor(first, second)).toBe(true);
    expect(await git.isAncestor(second, second)).toBe(true);
    expect(await git.isAncestor('v2', first)).toBe(false);
    expect(await git.isAncestor('v9', first)).toBeUndefined();
    expect(await git.isAncestor('--all', first)).toBeUndefined();
    expect(await git.isAncestor(first, '')).toBeUndefined();
  });

  it('cannot tell no where history was cut off', async () => {
    await using repository = await gitFixture({ a: '1' });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.commit('Second');
    const third = await repository.commit('Third');
    await using clone = await repository.clone({ depth: 1 });
    await clone.git('fetch', '-q', '--depth', '1', 'origin', first);
    const git = nodeGit(clone.folder);
    expect(await git.isShallow()).toBe(true);
    expect(await git.isAncestor(first, third)).toBeUndefined();
    expect(await nodeGit(repository.folder).isShallow()).toBe(false);
  });
});

describe('changes', () => {
  it('tells what is not committed, ignored files left out', async () => {
    await using repository = await gitFixture({
      '.gitignore': '*.log\n',
      'a b.txt': 'x',
      gone: 'x',
      moved: 'some text that stays',
    });
    await repository.git('mv', 'moved', 'moved to');
    await repository.git('rm', '-q', 'gone');
    await repository.write({
      'a b.txt': 'y',
      'new "quoted"\n': '',
      'new folder/ä': '',
      'x.log': '',
    });
    const changes = await nodeGit(repository.folder).changes();
    expect(new Set(changes)).toEqual(
      new Set([
        { state: ' M', path: 'a b.txt' },
        { state: 'D ', path: 'gone' },
        { state: 'D ', path: 'moved' },
        { state: 'A ', path: 'moved to' },
        { state: '??', path: 'new "quoted"\n' },
        { state: '??', path: 'new folder/' },
      ]),
    );
  });

  it('tells those below the folder alone, relative to it', async () => {
    await using repository = await gitFixture({ top: '', 'sub/in': '' });
    await repository.write({ top: 'y', 'sub/in': 'y', 'sub/new': '' });
    expect(await nodeGit(join(repository.folder, 'sub')).changes()).toEqual([
      { state: ' M', path: 'in' },
      { state: '??', path: 'new' },
    ]);
  });

  it('tells a folder that is new as a whole', async () => {
    await using repository = await gitFixture({ top: '' });
    await repository.write({ 'sub/new': '' });
    expect(await nodeGit(join(repository.folder, 'sub')).changes()).toEqual([
      { state: '??', path: '.' },
    ]);
  });

  it('looks again each time, and is empty when all is committed', async () => {
    await using repository = await gitFixture({ a: '' });
    const git = nodeGit(repository.folder);
    expect(await git.changes()).toEqual([]);
    await repository.write({ a: 'x' });
    expect(await git.changes()).toHaveLength(1);
  });
});

describe('tracked, untracked and show', () => {
  it('are relative to the folder', async () => {
    await using repository = await gitFixture({
      top: 't',
      'sub/in': 'first',
      '.gitignore': 'no\n',
    });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.commit('Next', { 'sub/in': 'second', 'sub/bin': Uint8Array.of(0, 1) });
    await repository.write({ 'sub/new': '', 'sub/no': '' });
    await mkdir(join(repository.folder, 'sub/inner'));
    await repository.git('init', '-q', 'sub/inner');
    await writeFile(join(repository.folder, 'sub/inner/x'), '');
    const git = nodeGit(join(repository.folder, 'sub'));
    expect(await git.tracked()).toEqual(['bin', 'in']);
    expect(await git.untracked()).toEqual(['new']);
    expect(await git.show(first, 'in')).toBe('first');
    expect(await git.show('HEAD', 'in')).toBe('second');
    expect(await git.show('HEAD', '../top')).toBe('t');
    expect(await git.show('HEAD', 'bin')).toBeUndefined();
    expect(await git.show('HEAD', 'none')).toBeUndefined();
    expect(await git.show('v9', 'in')).toBeUndefined();
    expect(await git.show('--help', 'in')).toBeUndefined();
  });
});

describe('tracked', () => {
  it('tells neither submodules nor a file in conflict twice', async () => {
    await using repository = await gitFixture({ a: '1' });
    await using other = await gitFixture({ x: '' });
    const allow = ['-c', 'protocol.file.allow=always'];
    await repository.git(...allow, 'submodule', '--quiet', 'add', other.folder, 'sub');
    await repository.commit('Add a submodule');
    await repository.branch('topic');
    await repository.commit('Theirs', { a: '2' });
    await repository.git('checkout', '-q', 'main');
    await repository.commit('Ours', { a: '3' });
    await expect(repository.git('merge', 'topic')).rejects.toThrow('failed');
    const git = nodeGit(repository.folder);
    expect(await git.tracked()).toEqual(['.gitmodules', 'a']);
    expect(await git.changes()).toEqual([{ state: 'UU', path: 'a' }]);
  });
});

describe('remoteUrl', () => {
  it('leaves credentials out', async () => {
    await using repository = await gitFixture({ a: '' });
    await repository.git('remote', 'add', 'origin', 'https://x-token:abc@example.org/o/r.git');
    const git = nodeGit(repository.folder);
    expect(await git.remoteUrl('origin')).toBe('https://example.org/o/r.git');
    expect(await git.remoteUrl('upstream')).toBeUndefined();
  });
});

describe('a hostile repository', () => {
  it('starts no program of its own', async () => {
    await using repository = await gitFixture({ a: 'x' });
    await using place = await temporaryFolder();
    const mark = join(place.folder, 'started');
    const script = join(repository.folder, '.git', 'evil.sh');
    await writeFile(script, `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
    await symlink(script, join(repository.folder, '.git', 'hooks', 'post-index-change'));
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.editor',
      'gpg.program',
      'diff.external',
    ]) {
      await repository.git('config', key, script);
    }
    await repository.git('config', 'log.showSignature', 'true');
    await repository.write({ a: 'y' });
    const git = nodeGit(repository.folder);
    expect(await git.changes()).toHaveLength(1);
    await git.tags();
    await git.untracked();
    await git.show('HEAD', 'a');
    await git.defaultBranch();
    expect(existsSync(mark)).toBe(false);
  });
});

describe('changesSince', () => {
  it('tells what a branch changes below the folder since it left', async () => {
    await using repository = await gitFixture({ 'sub/a': '1', 'sub/b': '1', other: '1' });
    await repository.branch('topic');
    await repository.commit('Work', { 'sub/a': '2', 'sub/c': '1', other: '2' });
    await repository.git('rm', '-q', 'sub/b');
    await repository.commit('More');
    await repository.git('checkout', '-q', 'main');
    await repository.commit('Meanwhile', { 'sub/d': '1' });
    await repository.git('checkout', '-q', 'topic');
    const found = await nodeGit(join(repository.folder, 'sub')).changesSince('main');
    expect(found).toEqual({
      base: await repository.git('rev-parse', 'main^'),
      files: [
        { path: 'a', kind: 'modified' },
        { path: 'b', kind: 'deleted' },
        { path: 'c', kind: 'added' },
      ],
    });
  });

  it('tells what a merge brings, though the base has gone on since', async () => {
    await using repository = await gitFixture({ a: '1' });
    const old = await repository.git('rev-parse', 'HEAD');
    await repository.branch('topic');
    const tip = await repository.commit('Work', { b: '1' });
    await repository.git('checkout', '-q', 'main');
    const base = await repository.commit('Meanwhile', { c: '1' });
    await repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
    expect(await nodeGit(repository.folder).changesSince(old, tip)).toEqual({
      base,
      files: [{ path: 'b', kind: 'added' }],
    });
  });

  it('cannot tell where the clone does not reach so far', async () => {
    await using repository = await gitFixture({ a: '1' });
    const first = await repository.git('rev-parse', 'HEAD');
    await repository.commit('Work', { a: '2' });
    await using copy = await repository.clone({ depth: 1 });
    expect(await nodeGit(copy.folder).changesSince(first)).toBeUndefined();
    expect(await nodeGit(copy.folder).changesSince('-x')).toBeUndefined();
  });
});

describe('renames', () => {
  const TEXT = 'A page.\n\nWith some lines of text,\nso that git knows it again.\n';

  it('are told newest first, with the commit and how alike the files are', async () => {
    await using repository = await gitFixture({ 'docs/a b.rst': TEXT, 'c.rst': 'Other\n' });
    await repository.git('mv', 'docs/a b.rst', 'docs/ü.rst');
    const first = await repository.commit('Rename');
    await repository.git('mv', 'docs/ü.rst', 'guide.rst');
    const second = await repository.commit('Move', { 'guide.rst': `${TEXT}One line more.\n` });
    const renames = await nodeGit(repository.folder).renames();
    expect(renames).toEqual([
      { from: 'docs/ü.rst', to: 'guide.rst', commit: second, alike: expect.any(Number) },
      { from: 'docs/a b.rst', to: 'docs/ü.rst', commit: first, alike: 100 },
    ]);
    expect(renames[0]?.alike).toBeLessThan(100);
  });

  it('are those below the project’s folder', async () => {
    await using repository = await gitFixture({ 'sub/a.rst': TEXT, 'b.rst': `${TEXT}B\n` });
    await repository.git('mv', 'sub/a.rst', 'sub/c.rst');
    await repository.git('mv', 'b.rst', 'd.rst');
    const commit = await repository.commit('Rename');
    expect(await nodeGit(join(repository.folder, 'sub')).renames()).toEqual([
      { from: 'a.rst', to: 'c.rst', commit, alike: 100 },
    ]);
  });

  it('are none in a shallow clone, or before the first commit', async () => {
    await using repository = await gitFixture({ 'a.rst': TEXT });
    await repository.git('mv', 'a.rst', 'b.rst');
    await repository.commit('Rename');
    await using clone = await repository.clone({ depth: 1 });
    expect(await nodeGit(clone.folder).renames()).toEqual([]);
    await using empty = await gitFixture();
    expect(await nodeGit(empty.folder).renames()).toEqual([]);
  });
});
