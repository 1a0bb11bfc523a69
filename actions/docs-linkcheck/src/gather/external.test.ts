import { formatPlace, type OptionLayer, type Written } from '@pymaint/core';
import {
  nodeClock,
  nodePorts,
  nodeProber,
  runOnce,
  type Ports,
  type RunnerEvent,
} from '@pymaint/platform';
import {
  faultServer,
  gitFixture,
  inTurn,
  page,
  redirect,
  status,
  temporaryFolder,
  type Fault,
  type GitFixture,
} from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { docsLinkcheck } from '../docs-linkcheck.ts';

interface Settings {
  readonly [name: string]: Written;
}

const layer = (settings: Settings): OptionLayer => ({
  source: 'flag',
  get(name) {
    const written = settings[name];
    return written === undefined ? undefined : { written, where: `--${name}` };
  },
});

/** A clock on which the waits between two attempts pass at once. */
const hasty: Ports['clock'] = {
  ...nodeClock,
  sleep: (milliseconds, signal) => nodeClock.sleep(milliseconds > 5000 ? milliseconds : 0, signal),
};

/** One run in a project, whose memory is kept in `cache`. */
async function linkcheck(
  project: GitFixture,
  cache: string,
  settings: Settings = {},
  change: (ports: Ports) => Ports = (ports) => ports,
) {
  const env = { ...process.env, PYMAINT_CACHE: cache };
  await using ports = await nodePorts({ folder: project.folder, env, reports: `${cache}/reports` });
  const { report } = await runOnce(docsLinkcheck, {
    ports: change({ ...ports, prober: nodeProber({ env, clock: hasty }) }),
    layers: [layer({ external: true, 'allow-private': true, checks: 'external', ...settings })],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
  return report;
}

const lines = ({ findings }: Awaited<ReturnType<typeof linkcheck>>, origin: string) =>
  findings.map(
    ({ rule, level, place, message, related = [] }) =>
      `${level} ${rule} ${[place, ...related.map((one) => one.place)].map(formatPlace).join(' ')} ${message.replaceAll(origin, '')}`,
  );

const good = page('<p id="a"><p id="b"><p id="c">');

async function setUp(
  faults: { readonly [path: string]: Fault },
  files: (origin: string) => object,
) {
  const server = await faultServer(faults);
  const project = await gitFixture(files(server.origin) as { readonly [path: string]: string });
  const cache = await temporaryFolder();
  return {
    server,
    project,
    cache: cache.folder,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await project[Symbol.asyncDispose]();
      await cache[Symbol.asyncDispose]();
    },
  };
}

describe('external links', () => {
  it('are found in every kind of document, and judged each once at all of their places', async () => {
    await using at = await setUp(
      {
        '/good': good,
        '/gone': status(404),
        '/old': redirect(301, '/new'),
        '/new': good,
        '/wall': status(403),
        '/wall2': status(403),
      },
      (origin) => ({
        'README.md': `[a](${origin}/good#a) and [b](${origin}/gone)\n`,
        'docs/conf.py': '',
        'docs/index.rst': `Index\n=====\n\n\`x <${origin}/gone>\`_ ${origin}/good#b ${origin}/good#missing\n`,
        'docs/page.md': `<${origin}/old>, <${origin}/wall> and <${origin}/wall2>\n`,
        'CHANGELOG.md': `<${origin}/old>\n`,
        'src/attrsx.py': `def f():\n    """See ${origin}/gone."""\n    return "${origin}/not-asked"\n`,
        'tests/data/page.md': `<${origin}/not-asked>\n`,
        'pyproject.toml': `[project]\nname = "attrsx"\nversion = "1"\n[project.urls]\nHome = "${origin}/gone"\n`,
      }),
    );
    const report = await linkcheck(at.project, at.cache);
    expect(lines(report, at.server.origin)).toEqual([
      'error external/broken docs/index.rst:4:66 Unexpected `/good#missing`, expected an address that leads somewhere: the page has no anchor `#missing`',
      'error external/broken pyproject.toml:5:9 README.md:1:44 docs/index.rst:4:5 src/attrsx.py:2:12 Unexpected `/gone`, expected an address that leads somewhere: 404 Not Found',
      'notice external/moved docs/page.md:1:2 Unexpected `/old`, expected `/new`, where it moved for good',
      'notice external/blocked docs/page.md:1:32 docs/page.md:1:66 Not sure of `/wall`, and 1 more address of 127.0.0.1: 403 Forbidden',
    ]);
    const asked = at.server.requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked.filter((one) => one.includes('/good'))).toEqual(['GET /good']);
    expect(asked.filter((one) => one.includes('not-asked'))).toEqual([]);
  });

  it('are not asked unless that is wanted', async () => {
    await using at = await setUp({}, (origin) => ({ 'README.md': `<${origin}/gone>\n` }));
    const report = await linkcheck(at.project, at.cache, { external: false });
    expect(report.findings).toEqual([]);
    expect(
      report.checks.filter(({ group }) => group === 'external').every((it) => it.notAsked),
    ).toBe(true);
    expect(at.server.requests).toEqual([]);
  });

  it('that are good are not asked again the next day, those that are not are', async () => {
    await using at = await setUp({ '/good': good, '/gone': status(404) }, (origin) => ({
      'README.md': `<${origin}/good> <${origin}/gone>\n`,
    }));
    await linkcheck(at.project, at.cache);
    const before = at.server.requests.length;
    const report = await linkcheck(at.project, at.cache);
    expect(report.counts.errors).toBe(1);
    expect(at.server.requests.slice(before).map(({ path }) => path)).toEqual(['/gone', '/gone']);
  });

  it('that fail now and then are broken once they failed often enough', async () => {
    await using at = await setUp({ '/flaky': status(500), '/good': good }, (origin) => ({
      'README.md': `<${origin}/flaky> <${origin}/good>\n`,
    }));
    const on = (today: string) =>
      linkcheck(at.project, at.cache, {}, (ports) => ({
        ...ports,
        clock: { ...ports.clock, today: () => today },
      }));
    expect((await on('2026-11-01')).counts).toMatchObject({ errors: 0, notices: 1 });
    expect((await on('2026-11-02')).counts).toMatchObject({ errors: 0, notices: 1 });
    const third = await on('2026-11-03');
    expect(lines(third, at.server.origin)).toEqual([
      'error external/broken README.md:1:2 Unexpected `/flaky`, expected an address that leads somewhere: 500 Internal Server Error, 3 failures since 2026-11-01',
    ]);
  });

  it('of a pull request from a fork are judged without any memory', async () => {
    await using at = await setUp({ '/good': good }, (origin) => ({
      'README.md': `<${origin}/good>\n`,
    }));
    const event: RunnerEvent = {
      name: 'pull_request',
      repository: 'org/attrsx',
      ref: '',
      refType: undefined,
      refName: '',
      sha: '',
      baseRef: 'main',
      serverUrl: '',
      apiUrl: '',
      payload: { pull_request: { head: { repo: { full_name: 'stranger/attrsx' } } } },
    };
    const run = (change: Partial<RunnerEvent>) =>
      linkcheck(at.project, at.cache, {}, (ports) => ({
        ...ports,
        event: { ...event, ...change },
      }));
    await run({});
    await run({});
    expect(at.server.requests).toHaveLength(2);
    await run({ payload: {}, name: 'schedule' });
    await run({ payload: {}, name: 'schedule' });
    expect(at.server.requests).toHaveLength(3);
    await run({});
    expect(at.server.requests).toHaveLength(4);
  });

  it('are not remembered by a file that git tracks', async () => {
    await using at = await setUp({ '/gone': status(404) }, (origin) => ({
      'README.md': `<${origin}/gone>\n`,
      'links.json': JSON.stringify({
        schema: 'pymaint-links/1',
        links: {
          [`${origin}/gone`]: {
            class: 'ok',
            evidence: 'mine',
            checked: '2026-11-20',
            failures: [],
          },
        },
      }),
    }));
    const today = { clock: { today: () => '2026-11-20' } };
    const run = () =>
      linkcheck(at.project, at.cache, { 'link-cache': 'links.json' }, (ports) => ({
        ...ports,
        clock: { ...ports.clock, ...today.clock },
      }));
    expect((await run()).counts.errors).toBe(1);
  });

  it('are left out where a setting of this or of another checker says so', async () => {
    await using at = await setUp({ '/kept': good }, (origin) => ({
      'README.md': ['a', 'b', 'c', 'd', 'kept'].map((name) => `<${origin}/${name}>\n`).join('\n'),
      '.lycheeignore': '/a$\n',
      '.markdown-link-check.json': '{"ignorePatterns": [{"pattern": "/b$"}]}',
      'docs/conf.py': `linkcheck_ignore = [r'${origin}/c']\nlinkcheck_exclude_documents = ['old/']\n`,
      'docs/index.rst': 'x\n',
      'docs/old/page.rst': `${origin}/e\n`,
    }));
    const report = await linkcheck(at.project, at.cache, { 'external-ignore': ['/d$'] });
    expect(report.findings).toEqual([]);
    expect(at.server.requests.map(({ path }) => path)).toEqual(['/kept']);
    expect(report.checks.find(({ id }) => id === 'external/broken')?.detail).toBe(
      '1 address asked, 4 left out',
    );
  });

  it('of the project’s own repository and documentation are answered by the clone', async () => {
    const own = 'https://github.com/org/attrsx';
    await using at = await setUp({ '/good': good }, (origin) => ({
      'README.md': [
        `${own}/blob/main/docs/a.md`,
        `${own}/issues/1`,
        `${own}/releases/tag/v1.0`,
        `${own}/compare/v1.0...v1.1`,
        'https://attrsx.readthedocs.io/en/latest/page.html#part',
        `${origin}/good`,
      ].join('\n'),
      'docs/a.md': 'x\n',
      'docs/conf.py': '',
      'docs/index.rst': 'Index\n=====\n',
      'docs/page.rst': 'Page\n====\n\nPart\n----\n',
      'pyproject.toml':
        '[project]\nname = "attrsx"\nversion = "1"\n[project.urls]\nDocs = "https://attrsx.readthedocs.io/en/latest/"\n',
    }));
    await at.project.git('remote', 'add', 'origin', 'git@github.com:org/attrsx.git');
    await at.project.tag('v1.0');
    const report = await linkcheck(at.project, at.cache);
    expect(report.findings).toEqual([]);
    expect(report.checks.find(({ id }) => id === 'external/broken')?.detail).toBe(
      '1 address asked, 4 in the repository, 2 left out',
    );
  });

  it('that no time was left for are said first', async () => {
    await using at = await setUp({ '/good': inTurn(good) }, (origin) => ({
      'README.md': `<${origin}/good>\n`,
    }));
    const report = await linkcheck(at.project, at.cache, { 'external-budget': '0s' });
    expect(report.headline).toBe(
      "1 of 1 addresses unchecked: the run's time of 0 s was used up · no site of documentation",
    );
    expect(report.counts).toMatchObject({ errors: 0, notices: 1 });
    expect(at.server.requests).toEqual([]);
  });

  it('are unchecked, not broken, where the machine has no network', async () => {
    await using project = await gitFixture({
      'README.md': '<https://nowhere.pymaint-tests.dev/>\n',
    });
    await using cache = await temporaryFolder();
    const report = await linkcheck(project, cache.folder, {}, (ports) => ({
      ...ports,
      prober: {
        async probe({ pages, seen }) {
          for await (const one of pages)
            seen(one, {
              kind: 'failed',
              why: 'name-not-found',
              message: 'no such host',
              redirects: [],
              attempts: 1,
            });
        },
      },
    }));
    expect(report.counts).toMatchObject({ errors: 0, notices: 1 });
    expect(report.headline).toMatch(/^1 of 1 addresses unchecked: no host was reached at all/);
  });

  it('are asked in parts that are all of them, each once', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `/${n}`);
    await using at = await setUp(
      Object.fromEntries(names.map((name) => [name, good])),
      (origin) => ({
        'README.md': names.map((name) => `<${origin}${name}#a> <${origin}${name}#b>\n`).join('\n'),
      }),
    );
    for (const shard of ['1/3', '2/3', '3/3'])
      await linkcheck(at.project, `${at.cache}/${shard}`, { shard });
    expect(at.server.requests.map(({ path }) => path).toSorted()).toEqual(names.toSorted());
    expect(at.server.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it.each(['0/3', '4/3', '2', 'x/y'])('are not asked in parts like %s', async (shard) => {
    await using project = await gitFixture({ 'README.md': 'x\n' });
    await expect(linkcheck(project, project.folder, { shard })).rejects.toThrow(
      'expected a part of several, such as `2/5`',
    );
  });

  it('that moved can be mended at all of their places at once', async () => {
    await using at = await setUp(
      { '/page': redirect(301, '/page/'), '/page/': good },
      (origin) => ({
        'README.md': `<${origin}/page> [x](${origin}/page)\n`,
        'docs/a.md': `<${origin}/page>\n`,
      }),
    );
    const [finding] = (await linkcheck(at.project, at.cache)).findings;
    expect(finding?.fix?.safe).toBe(true);
    expect(finding?.fix?.edits.map(({ range, newText }) => `${range.path} ${newText}`)).toEqual([
      `README.md ${at.server.origin}/page/`,
      `README.md ${at.server.origin}/page/`,
      `docs/a.md ${at.server.origin}/page/`,
    ]);
  });
});

it.each(['(', '[a'])('says that %s is no regular expression', async (pattern) => {
  await using project = await gitFixture({ 'README.md': 'x\n' });
  await using cache = await temporaryFolder();
  await expect(linkcheck(project, cache.folder, { 'external-ignore': [pattern] })).rejects.toThrow(
    `expected regular expressions; \`${pattern}\` is none`,
  );
});
