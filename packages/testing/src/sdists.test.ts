import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { gitSdist } from './git-sdist.ts';
import { indexFiles, indexUrl } from './package-index.ts';
import { archive, pinnedSdists, unpackedSdist } from './sdists.ts';

const run = promisify(execFile);
const disposers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const dispose of disposers.splice(0)) await dispose();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  disposers.push(() => new Promise((done) => server.close(done)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-'));
  disposers.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('the table', () => {
  it('is ordered by name and names a file of each project', async () => {
    const table = await pinnedSdists();
    expect(table.length).toBeGreaterThan(35);
    expect(table.map(({ name }) => name)).toEqual(table.map(({ name }) => name).toSorted());
    expect(table.filter(({ sha256 }) => !/^[0-9a-f]{64}$/.test(sha256))).toEqual([]);
  });
});

describe('unpackedSdist', () => {
  it('gives the folder that holds PKG-INFO', async () => {
    const folder = await unpackedSdist('iniconfig');
    expect(await readFile(join(folder, 'PKG-INFO'), 'utf8')).toContain('Name: iniconfig');
  });

  it('says how to pin a project that it does not know', async () => {
    await expect(unpackedSdist('no-such-project')).rejects.toThrow(/scripts\/pin-sdists\.ts/);
  });

  it('gives parallel callers with an empty cache one whole tree', async () => {
    vi.stubEnv('PYMAINT_TEST_CACHE', await emptyFolder());
    const folders = await Promise.all(Array.from({ length: 4 }, () => unpackedSdist('six')));
    expect(new Set(folders).size).toBe(1);
    expect(await readdir(folders[0] ?? '')).toContain('six.py');
  });
});

describe('archive', () => {
  const pinned = { name: 'x', version: '1', filename: 'x-1.tar.gz' };
  const body = Buffer.from('not what was pinned');

  it.each([
    [
      'JSON',
      'application/vnd.pypi.simple.v1+json',
      JSON.stringify({ files: [{ filename: 'x-1.tar.gz', url: '../f/x-1.tar.gz', hashes: {} }] }),
    ],
    ['HTML', 'text/html', '<!DOCTYPE html><a href="../f/x-1.tar.gz#sha256=00">x-1.tar.gz</a>'],
  ])(
    'finds the file in an index of %s and keeps it only where its hash is right',
    async (_, type, list) => {
      const address = await serve((request, response) => {
        if (request.url === '/x/') response.setHeader('content-type', type).end(list);
        else if (request.url === '/f/x-1.tar.gz') response.end(body);
        else response.writeHead(404).end();
      });
      vi.stubEnv('PIP_INDEX_URL', `${address}/`);
      vi.stubEnv('PYMAINT_TEST_CACHE', await emptyFolder());
      await expect(archive({ ...pinned, sha256: 'f'.repeat(64) })).rejects.toThrow(
        /Unexpected sha256/,
      );
      const sha256 = createHash('sha256').update(body).digest('hex');
      expect(await readFile(await archive({ ...pinned, sha256 }))).toEqual(body);
    },
  );

  it('names the file that the index lacks', async () => {
    const address = await serve((_, response) =>
      response.setHeader('content-type', 'text/html').end('<html></html>'),
    );
    vi.stubEnv('PIP_INDEX_URL', address);
    vi.stubEnv('PYMAINT_TEST_CACHE', await emptyFolder());
    await expect(archive({ ...pinned, sha256: 'f'.repeat(64) })).rejects.toThrow(
      /does not list x-1\.tar\.gz/,
    );
  });
});

describe('the package index', () => {
  it('sends the credentials of its address as a header, as pip does', async () => {
    const address = await serve((request, response) => {
      const authorized = request.headers.authorization === `Basic ${btoa('me:p@ss')}`;
      response.writeHead(authorized ? 200 : 401, { 'content-type': 'text/html' }).end('');
    });
    const index = await indexUrl({ PIP_INDEX_URL: address.replace('//', '//me:p%40ss@') });
    expect(await indexFiles('x', index)).toEqual([]);
    await expect(indexFiles('x', address)).rejects.toThrow(/status 401/);
  });
});

describe('gitSdist', () => {
  it('gives a clean repository with one commit and the tag, the same each time', async () => {
    await using first = await gitSdist('six', { tag: '1.17.0' });
    await using second = await gitSdist('six');
    const git = async (folder: string, ...args: string[]): Promise<string> =>
      (await run('git', ['-C', folder, ...args])).stdout.trim();
    expect(await git(first.folder, 'tag', '--points-at', 'HEAD')).toBe('1.17.0');
    expect(await git(first.folder, 'status', '--porcelain')).toBe('');
    expect(await git(first.folder, 'rev-list', '--count', 'HEAD')).toBe('1');
    expect(await git(first.folder, 'rev-parse', 'HEAD')).toBe(
      await git(second.folder, 'rev-parse', 'HEAD'),
    );
  });

  it('removes its folder when it is disposed of', async () => {
    const project = await gitSdist('six');
    await project[Symbol.asyncDispose]();
    await expect(readdir(project.folder)).rejects.toThrow(/ENOENT/);
  });
});
