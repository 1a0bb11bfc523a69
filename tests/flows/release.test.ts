/** A release of this project, made for real in a clone: from the version to what is pushed and published. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/shared/repo.ts';

const execute = promisify(execFile);
const VERSION = '7.8.9';
const place = await temporaryFolder();
afterAll(() => place[Symbol.asyncDispose]());
const clone = join(place.folder, 'clone');
const bare = join(place.folder, 'origin.git');

const run = async (program: string, args: readonly string[], cwd = clone): Promise<string> =>
  (await execute(program, args, { cwd })).stdout.trim();
const git = (...args: readonly string[]): Promise<string> =>
  run('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args]);
const script = (name: string, ...args: readonly string[]): Promise<string> =>
  run(process.execPath, [`scripts/${name}.ts`, ...args]);
const read = (path: string): string => readFileSync(join(clone, path), 'utf8');

beforeAll(async () => {
  await run('git', ['clone', '--quiet', '--bare', `file://${ROOT}`, bare], place.folder);
  await run('git', ['clone', '--quiet', bare, clone], place.folder);
  // The bundles of this working tree, so that a change can be tried before it is committed.
  cpSync(join(ROOT, 'dist'), join(clone, 'dist'), { recursive: true });
});

describe('npm run release:prepare', () => {
  it('refuses what is no version of ours', async () => {
    await expect(script('release-prepare', '1.2')).rejects.toThrow('Unexpected version 1.2');
  });

  it('writes the version everywhere, and nothing else', async () => {
    const before = (JSON.parse(read('package.json')) as { readonly version: string }).version;
    await script('release-prepare', VERSION, '--date', '2026-11-24');
    expect(read('CHANGELOG.md')).toContain(`## [Unreleased]\n\n## [${VERSION}] - 2026-11-24\n`);
    expect(read('packages/core/src/version.ts')).toContain(`VERSION = '${VERSION}'`);
    const changed = (await git('diff', '--numstat', '--', ':!dist'))
      .split('\n')
      .map((line) => line.split('\t'));
    const lock = changed.find(([, , path]) => path === 'package-lock.json')?.[0];
    const packages = changed.filter(([, , path]) => path?.endsWith('package.json'));
    // Itself twice, and each of its packages.
    expect(Number(lock)).toBe(packages.length + 1);
    expect(
      await git('grep', '-c', `"version": "${before}"`, '--', 'packages/*/package.json').catch(
        () => '',
      ),
    ).toBe('');
    await git('commit', '--quiet', '--all', '--message', `Release ${VERSION}`);
  });
});

describe('npm run release', () => {
  let said = '';
  beforeAll(async () => {
    said = await script('release');
  });

  it('makes the branch and both tags of one commit on top of the sources', async () => {
    const commits = await git('rev-parse', 'releases/v7', `v${VERSION}`, 'v7');
    expect(new Set(commits.split('\n')).size).toBe(1);
    expect(await git('rev-parse', `v${VERSION}^1`)).toBe(await git('rev-parse', 'HEAD'));
    expect(await git('show', `v${VERSION}:release-gate/action.yml`)).toContain(
      'main: ../dist/release-gate/index.js',
    );
    expect(await git('status', '--porcelain')).toBe('');
  });

  it('leaves what is published, with checksums that hold', async () => {
    const sums = await run(
      'sha256sum',
      ['--check', '--strict', 'SHA256SUMS'],
      join(clone, '.release'),
    ).catch((error: unknown) =>
      process.platform === 'linux' ? Promise.reject(error as Error) : 'OK',
    );
    expect(sums).not.toContain('FAILED');
    expect(readFileSync(join(clone, '.release/notes.md'), 'utf8')).toContain('release-gate');
  });

  it('packs a command that npm installs from the archive alone', async () => {
    const archive = join(clone, `.release/pymaint-${VERSION}.tgz`);
    await using user = await temporaryFolder({ 'package.json': '{}' });
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], user.folder);
    const command = join(user.folder, 'node_modules/.bin/pymaint');
    expect(existsSync(command)).toBe(true);
    expect(await run(command, ['--version'])).toMatch(/^pymaint \d/);
  });

  it('pushes with the command that it prints, and is then refused', async () => {
    const push = said.split('\n').at(-1)?.split(' ') ?? [];
    await git(...push.slice(1));
    expect(await run('git', ['rev-parse', 'v7'], bare)).toBe(await git('rev-parse', 'v7'));
    await expect(script('release')).rejects.toThrow('a release does not move');
  });

  it('gives the same bytes again, and lets the next one stand on it', async () => {
    const sums = read('.release/SHA256SUMS');
    const first = await git('rev-parse', 'v7');
    await git('tag', '--delete', `v${VERSION}`);
    await git('update-ref', '-d', 'refs/remotes/origin/releases/v7');
    await script('release', '--output', '.release/again');
    expect(read('.release/again/SHA256SUMS')).toBe(sums);
    expect(await git('rev-parse', 'v7')).toBe(first);

    await git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*');
    await git('reset', '--quiet', '--hard');
    const changelog = read('CHANGELOG.md').replace(
      '## [Unreleased]\n',
      '## [Unreleased]\n\n- Mend a word.\n',
    );
    await run(process.execPath, [
      '-e',
      `require('fs').writeFileSync('CHANGELOG.md', ${JSON.stringify(changelog)})`,
    ]);
    await script('release-prepare', '7.8.10', '--date', '2026-11-24');
    await git('commit', '--quiet', '--all', '--message', 'Release 7.8.10');
    const push = (await script('release')).split('\n').at(-1)?.split(' ') ?? [];
    await git(...push.slice(1));
    expect(await git('rev-parse', 'v7.8.10^2')).toBe(first);
    expect(await run('git', ['rev-parse', 'v7'], bare)).toBe(await git('rev-parse', 'v7.8.10'));
  });
});
