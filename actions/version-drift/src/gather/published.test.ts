import { nodePorts, runOnce } from '@pymaint/platform';
import { faultServer, gitFixture, status, type Fault } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { versionDrift } from '../version-drift.ts';

/** Asks a loopback index about a project that declares 1.2.0 since 2026-01-02 and whose README names 1.1.0. */
async function drift(fault: Fault, today: string, online = 'true') {
  await using server = await faultServer({ '/simple/attrs-x/': fault });
  await using project = await gitFixture({
    'pyproject.toml': '[project]\nname = "Attrs.X"\nversion = "1.2.0"\n',
    'README.md': 'pip install attrs-x==1.0.0\n',
  });
  await using ports = await nodePorts({ folder: project.folder });
  const given: { readonly [name: string]: string } = {
    online,
    'index-url': `${server.origin}/simple`,
  };
  const { report } = await runOnce(versionDrift, {
    ports: {
      ...ports,
      clock: { ...ports.clock, today: () => today, sleep: async () => undefined },
    },
    layers: [
      {
        source: 'flag',
        get(name) {
          const written = given[name];
          return written === undefined ? undefined : { written, where: `--${name}` };
        },
      },
    ],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
  const check = report.checks.find(({ id }) => id === 'drift/published');
  return {
    check,
    said: report.findings.map(({ level, rule, place }) => `${level} ${rule} ${place.path}`),
  };
}

const json = (...files: readonly (readonly [string, boolean])[]): Fault =>
  status(
    200,
    { 'content-type': 'application/vnd.pypi.simple.v1+json' },
    JSON.stringify({
      meta: { 'api-version': '1.1' },
      name: 'attrs-x',
      files: files.map(([filename, yanked]) => ({ filename, yanked, hashes: {}, url: filename })),
    }),
  );

const OUT = json(['attrs_x-1.1.0.tar.gz', false], ['attrs_x-1.3.0.tar.gz', true]);

describe('what the index has', () => {
  it('is held beside what is declared and what documents name, without any tag', async () => {
    expect((await drift(OUT, '2026-11-24')).said).toEqual([
      'warning drift/released README.md',
      'notice drift/published pyproject.toml',
    ]);
  });

  it('is asked for no more than that', async () => {
    expect((await drift(OUT, '2026-01-20')).said).toEqual(['warning drift/released README.md']);
  });

  it('is not asked unless it is wished for', async () => {
    const { check, said } = await drift(OUT, '2026-11-24', 'false');
    expect([said, check?.notAsked]).toEqual([[], true]);
  });

  it('is not known where the index does not answer', async () => {
    const { check, said } = await drift(status(503), '2026-11-24');
    expect([said, check?.status, check?.notAsked]).toEqual([[], 'unknown', false]);
  });
});
