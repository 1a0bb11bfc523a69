import type { OptionLayer, Written } from '@pymaint/core';
import { deflatedText, nodePorts, runOnce, type Ports, type RunnerEvent } from '@pymaint/platform';
import {
  drop,
  faultServer,
  gitFixture,
  status,
  temporaryFolder,
  type Fault,
  type FaultServer,
} from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { docsLinkcheck } from '../../docs-linkcheck.ts';

const HEAD = '# Sphinx inventory version 2\n# Project: other\n# Version: 1\n';
const ENTRIES = 'known std:label -1 page.html#known Known\nother.Thing py:class 1 api.html#$ -\n';

const compressed = Buffer.concat([
  Buffer.from(`${HEAD}# The remainder of this file is compressed using zlib.\n`),
  await deflatedText(ENTRIES),
]);

/** An inventory as a server sends it, with an ETag that it knows again. */
const inventory: Fault = ({ request, response }) => {
  if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
  else response.writeHead(200, { etag: '"one"' }).end(compressed);
};

/** A server with one answer that can be changed, a project that refers to it, and a memory between runs. */
async function setUp(first: Fault) {
  let answer = first;
  const server = await faultServer({ '/objects.inv': (call) => answer(call) });
  const project = await gitFixture({
    'docs/conf.py': `extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"other": ("${server.origin}/", None)}\n`,
    'docs/index.rst': 'Index\n=====\n\n:ref:`known` :ref:`missing` :class:`other.Thing`\n',
  });
  const cache = await temporaryFolder();
  return {
    server,
    folder: project.folder,
    cache: cache.folder,
    answers: (next: Fault) => void (answer = next),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
      await cache[Symbol.asyncDispose]();
    },
  };
}

type Place = Awaited<ReturnType<typeof setUp>>;

const layer = (settings: { readonly [name: string]: Written }): OptionLayer => ({
  source: 'flag',
  get(name) {
    const written = settings[name];
    return written === undefined ? undefined : { written, where: `--${name}` };
  },
});

/** What a run on a day says. */
async function said(
  at: Place,
  settings: { readonly [name: string]: Written } = {},
  more: Partial<Ports> & { readonly today?: string } = {},
): Promise<readonly string[]> {
  const env = { ...process.env, PYMAINT_CACHE: at.cache };
  await using ports = await nodePorts({ folder: at.folder, env, reports: `${at.cache}/reports` });
  const { today = '2026-11-01', ...rest } = more;
  const clock = { ...ports.clock, today: () => today, sleep: async () => undefined };
  const { report } = await runOnce(docsLinkcheck, {
    ports: { ...ports, clock, ...rest },
    layers: [layer({ external: true, 'allow-private': true, checks: 'refs', ...settings })],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
  return report.findings.map(({ level, message }) => `${level} ${message}`);
}

const paths = ({ requests }: FaultServer): readonly string[] => requests.map(({ path }) => path);

const MISSING = 'Unexpected label `missing`, expected one that exists';

describe('the inventories of other projects', () => {
  it('say what there is and what there is not, where the network may be asked', async () => {
    await using at = await setUp(inventory);
    expect(await said(at)).toEqual([`error ${MISSING}`]);
    expect(paths(at.server)).toEqual(['/objects.inv']);
  });

  it('leave names in doubt where it may not', async () => {
    await using at = await setUp(inventory);
    const found = await said(at, { external: false });
    expect(found.filter((one) => one.startsWith('error'))).toEqual([]);
    expect(found.join('\n')).toContain('an inventory of other may hold it');
    expect(await said(at, { 'external-ignore': ['127'] })).toEqual(found);
    expect(at.server.requests).toEqual([]);
  });

  it('are never asked of a private network unless that is allowed', async () => {
    await using at = await setUp(inventory);
    const found = await said(at, { 'allow-private': false });
    expect(found).toContainEqual(expect.stringMatching(/127.*must not be connected to/));
    expect(at.server.requests).toEqual([]);
  });

  it.each([
    ['an error', status(503), /the site at 127\.0\.0\.1:\d+ answered with status 503/],
    ['a page', status(200, {}, '<html>'), /`http:.*objects\.inv` is no inventory/],
    ['no answer', drop, /did not answer/],
  ])('leave names in doubt after %s, and say why', async (_, fault, why) => {
    await using at = await setUp(fault);
    const found = await said(at);
    expect(found.filter((one) => one.startsWith('error'))).toEqual([]);
    expect(found).toContainEqual(expect.stringMatching(why));
  });

  it('are asked for once a day, and then whether they have changed', async () => {
    await using at = await setUp(inventory);
    const days = ['2026-11-01', '2026-11-02', '2026-11-04', '2026-11-05'];
    for (const today of days) expect(await said(at, {}, { today })).toEqual([`error ${MISSING}`]);
    expect(at.server.requests).toHaveLength(2);
  });

  it('still say from their last good copy what there was, but not what there is not', async () => {
    await using at = await setUp(inventory);
    await said(at);
    at.answers(status(500));
    const found = await said(at, {}, { today: '2026-11-20' });
    expect(found).toEqual([expect.stringMatching(/^notice Unexpected label `missing`/)]);
    at.answers(inventory);
    expect(await said(at, {}, { today: '2026-11-21' })).toEqual([`error ${MISSING}`]);
  });

  it('are remembered beside the report in a workflow, but not for a pull request from a fork', async () => {
    await using at = await setUp(inventory);
    const event: RunnerEvent = {
      name: 'schedule',
      repository: 'org/demo',
      ref: '',
      refType: undefined,
      refName: '',
      sha: '',
      baseRef: undefined,
      serverUrl: '',
      apiUrl: '',
      payload: {},
    };
    const pull = { head: { repo: { full_name: 'stranger/demo' } } };
    await said(at, {}, { event });
    await said(at, {}, { event });
    expect(at.server.requests).toHaveLength(1);
    await said(at, {}, { event: { ...event, payload: { pull_request: pull } } });
    expect(at.server.requests).toHaveLength(2);
  });
});
