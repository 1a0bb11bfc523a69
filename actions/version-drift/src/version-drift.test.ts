import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lineIndex, type Finding, type Report } from '@pymaint/core';
import { applyFixes, nodePorts, runOnce } from '@pymaint/platform';
import { gitSdist, pinnedSdists, temporaryFolder, unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { versionDrift } from './version-drift.ts';

/** The whole action, unconfigured but for these options. */
async function driftOf(
  folder: string,
  options: { readonly [name: string]: string } = {},
): Promise<Report> {
  await using reports = await temporaryFolder();
  await using ports = await nodePorts({ folder, reports: reports.folder });
  const { report } = await runOnce(versionDrift, {
    ports,
    layers: [
      {
        source: 'flag',
        get(name) {
          const written = options[name];
          return written === undefined ? undefined : { written, where: `--${name}` };
        },
      },
    ],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
  return report;
}

const shown = ({ level, rule, place, message }: Finding): string =>
  `${level} ${rule} ${place.path}:${place.line}:${place.column} ${message}`;

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly verdict: string;
  readonly policy: string;
}

const rowsOf = ({ data }: Report): readonly Row[] => data['slots'] as unknown as readonly Row[];

/**
 * Places of the real projects that name their version today, as `path:line text policy`. The finders made the list, and a
 * person read it; strangers.test.ts of the finders holds it against all lines that have the version's text, by no finder.
 * Left out are built files, changelogs and `versionadded` and its like.
 */
const TRUE_SLOTS = JSON.parse(
  readFileSync(new URL('../../../tests/version-slots.json', import.meta.url), 'utf8'),
) as { readonly [name: string]: readonly string[] };

/** What is truly wrong in a release: READMEs that name a Python which requires-python excludes. */
const TRUE_WARNINGS: { readonly [name: string]: readonly string[] } = {
  datasette: ['warning drift/stated-pythons README.md:39:27'],
  rich: ['warning drift/stated-pythons README.md:42:158'],
};

describe('on real projects, unconfigured', { timeout: 900_000 }, async () => {
  const sdists = await pinnedSdists();

  it('knows the true places of many', () => {
    const known = Object.values(TRUE_SLOTS).filter((places) => places.length > 0);
    expect(known.length).toBeGreaterThan(50);
  });

  it.each(sdists)(
    '$name: finds every true place, and reports no error and no warning that is not true',
    async ({ name, version }) => {
      const folder = await unpackedSdist(name);
      const { findings, counts } = await driftOf(folder);
      expect(counts.crashed).toBe(0);
      expect(
        findings
          .filter(({ level }) => level !== 'notice')
          .map((finding) => shown(finding).replace(/ Unexpected .*/, '')),
      ).toEqual(TRUE_WARNINGS[name] ?? []);
      // Where the version is made of tags, an sdist does not tell it.
      const places = rowsOf(await driftOf(folder, { expected: version })).filter(
        ({ policy, verdict }) => policy !== 'past' && verdict === 'agrees',
      );
      const listed = places.map(
        ({ path, line, found, policy }) => `${path}:${line} ${found} ${policy}`,
      );
      // A package that was pinned for other tests may not have been read by hand yet.
      expect(listed).toEqual(TRUE_SLOTS[name] ?? listed);
    },
  );
});

/** Applies every fix to the files, as `--fix` and `pymaint fix --unsafe` do. */
async function fixAll(folder: string, findings: readonly Finding[]): Promise<void> {
  const files = {
    readReported: (path: string) => readFile(join(folder, path), 'utf8'),
    writeReported: (path: string, text: string) => writeFile(join(folder, path), text),
  };
  expect((await applyFixes(files, findings, { unsafe: true })).refused).toEqual([]);
}

const DRIFTED = [
  'celery',
  'click',
  'coverage',
  'fastapi',
  'flask',
  'hypothesis',
  'pyperf',
  'pytest-cov',
  'scrapy',
  'sqlalchemy',
  'tomli',
  'tomlkit',
];

it.each(DRIFTED)(
  '%s: each place that is left behind is caught at its exact range, and its fix restores the bytes',
  { timeout: 300_000 },
  async (name) => {
    const { version = '' } = (await pinnedSdists()).find((sdist) => sdist.name === name) ?? {};
    await using project = await gitSdist(name, { tag: `v${version}` });
    const { folder } = project;
    const rows = rowsOf(await driftOf(folder)).filter(
      ({ policy, verdict, found }) =>
        policy !== 'past' && verdict === 'agrees' && found.replace(/^v/, '') === version,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { path, line, column, found } of rows) {
      const file = join(folder, path);
      const text = await readFile(file, 'utf8');
      const at = lineIndex(path, text).offset(line, column);
      const old = found.startsWith('v') ? 'v0.0.1' : '0.0.1';
      await writeFile(file, `${text.slice(0, at)}${old}${text.slice(at + found.length)}`);
      const report = await driftOf(folder, { expected: version });
      const caught = report.findings.filter(
        ({ place }) => place.path === path && place.line === line && place.column === column,
      );
      expect(caught.map(({ place }) => [place.column, place.endColumn])).toEqual([
        [column, column + old.length],
      ]);
      await fixAll(folder, caught);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  },
);

const REAL = ['sqlalchemy', 'pytest-cov', 'hypothesis'];

it.each(REAL)(
  '%s: a bump that is applied leaves nothing to do',
  { timeout: 300_000 },
  async (name) => {
    await using project = await gitSdist(name);
    const { folder } = project;
    const bump = await driftOf(folder, { 'release-as': '99.1.0' });
    const own = bump.findings.filter(({ rule }) => rule === 'drift/whole-bump');
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ level }) => level === 'notice')).toBe(true);
    await fixAll(folder, bump.findings);
    const after = await driftOf(folder, { 'release-as': '99.1.0' });
    expect(after.findings.filter(({ fix }) => fix !== undefined).map(shown)).toEqual([]);
    expect(after.headline).toMatch(/ 99\.1\.0 · [\d,]+ slots?$/);
  },
);
