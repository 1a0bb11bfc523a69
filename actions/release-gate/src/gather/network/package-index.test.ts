import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Written } from '@pymaint/core';
import { nodePorts, type Environment } from '@pymaint/platform';
import {
  faultServer,
  gitFixture,
  pythonWith,
  reset,
  status,
  temporaryFolder,
  type Fault,
} from '@pymaint/testing';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runGate } from '../../testing-run.ts';

/** Runs the checks of one group on a project named Attrs.X, which is to be released as 1.2.0. */
async function gate(settings: { readonly [name: string]: Written }, env: Environment = {}) {
  await using project = await gitFixture({
    'pyproject.toml': '[project]\nname = "Attrs.X"\nversion = "1.2.0"\n',
  });
  await using ports = await nodePorts({
    folder: project.folder,
    env: { ...process.env, PIP_INDEX_URL: undefined, ...env },
  });
  const given = { checks: 'index', tag: 'v1.2.0', ...settings };
  const { report, outputs } = await runGate(ports, given);
  return {
    report,
    outputs,
    said: report.findings.map(({ rule, message }) => `${rule} ${message}`),
  };
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A real index server with some files. */
async function pypiserver(...files: readonly string[]) {
  const place = await temporaryFolder();
  for (const file of files) await writeFile(`${place.folder}/${file}`, 'x');
  const python = await pythonWith('pypiserver==2.4.1');
  const port = await freePort();
  const server = spawn(
    python,
    [
      '-m',
      'pypiserver',
      'run',
      '-i',
      '127.0.0.1',
      '-p',
      String(port),
      '--disable-fallback',
      place.folder,
    ],
    { stdio: 'ignore' },
  );
  const url = `http://127.0.0.1:${port}/simple`;
  for (let tries = 0; tries < 600; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((done) => setTimeout(done, 50));
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      server.kill();
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
      await place[Symbol.asyncDispose]();
    },
  };
}

describe('against pypiserver', { timeout: 120_000 }, () => {
  it('takes a version that is free, and reports one that is used', async () => {
    await using server = await pypiserver('attrs_x-1.1.0.tar.gz', 'attrs_x-1.1.0-py3-none-any.whl');
    const free = await gate({ online: true, 'index-url': server.url });
    expect([free.said, free.outputs['ready']]).toEqual([[], 'true']);
    const used = await gate({
      online: true,
      'index-url': server.url,
      version: '1.1.0',
      tag: 'v1.1.0',
    });
    expect(used.said).toEqual([
      `index/version-free Unexpected version \`1.1.0\`, expected one that ${server.url} does not have: it has \`attrs_x-1.1.0-py3-none-any.whl\` and 1 more`,
    ]);
    const older = await gate({
      online: true,
      'index-url': server.url,
      version: '1.0.9',
      tag: 'v1.0.9',
    });
    expect(older.said).toEqual([
      `index/version-follows Unexpected version \`1.0.9\`, expected one greater than \`1.1.0\`, which is at ${server.url}`,
    ]);
  });

  it('takes any version of a project that the index does not know', async () => {
    await using server = await pypiserver('other-1.0.tar.gz');
    const { said, outputs } = await gate({ online: true }, { PIP_INDEX_URL: server.url });
    expect([said, outputs['ready']]).toEqual([[], 'true']);
  });
});

describe('against recorded answers', () => {
  const answers = (fault: Fault) => faultServer({ '/simple/attrs-x/': fault });
  const json = (data: unknown): Fault =>
    status(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' }, JSON.stringify(data));

  it('counts what was yanked as used', async () => {
    await using server = await answers(
      json({
        meta: { 'api-version': '1.4' },
        name: 'attrs-x',
        versions: ['1.2.0'],
        files: [
          {
            filename: 'attrs_x-1.2.0.tar.gz',
            hashes: {},
            url: 'https://files.example/attrs_x-1.2.0.tar.gz',
            yanked: 'Wrong metadata',
          },
        ],
      }),
    );
    const { said, outputs } = await gate({ online: true, 'index-url': `${server.origin}/simple` });
    expect(said).toEqual([
      `index/version-free Unexpected version \`1.2.0\`, expected one that ${server.origin}/simple does not have: it has \`attrs_x-1.2.0.tar.gz\` (yanked)`,
    ]);
    expect(outputs['ready']).toBe('false');
  });

  it.each([
    ['a server that fails', status(503), 'answered with status 503, asked 3 times'],
    ['a connection that is reset', reset, 'did not answer'],
    ['a login', status(401), 'answered with status 401'],
    [
      'a page that is no list',
      status(200, { 'content-type': 'application/json' }, '[]'),
      'with what is no list of files',
    ],
  ])('is not known to be ready after %s', async (_, fault, why) => {
    await using server = await answers(fault);
    const { report, outputs } = await gate({
      online: true,
      'index-url': `${server.origin}/simple`,
    });
    expect([report.answer, outputs['ready']]).toEqual(['unknown', 'false']);
    expect(report.checks.find(({ id }) => id === 'index/version-free')?.detail).toContain(why);
  });

  it.each([[{}], [{ online: true, offline: true }]])(
    'asks nothing with %j, and is ready',
    async (settings) => {
      await using server = await answers(status(500));
      const { report, outputs } = await gate({
        ...settings,
        'index-url': `${server.origin}/simple`,
      });
      expect(server.requests).toEqual([]);
      expect(outputs['ready']).toBe('true');
      expect(
        report.checks.filter(({ id }) => id.startsWith('index/')).every(({ notAsked }) => notAsked),
      ).toBe(true);
    },
  );

  it('says which address is none', async () => {
    await expect(gate({ online: true, 'index-url': 'pypi' })).rejects.toThrow(
      'Unexpected address of the package index, expected one that begins with `https://`',
    );
  });
});
