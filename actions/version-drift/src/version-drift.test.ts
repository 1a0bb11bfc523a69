import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEdits, groupBy, lineIndex, type Finding, type Report } from '@pymaint/core';
import { nodePorts, runOnce } from '@pymaint/platform';
import { gitSdist, pinnedSdists, temporaryFolder, unpackedSdist } from '@pymaint/testing';
import { expect, it } from 'vitest';
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

it(
  'reports no error and no warning on real projects, unconfigured',
  { timeout: 900_000 },
  async () => {
    const found: string[] = [];
    for (const { name } of await pinnedSdists()) {
      const { findings, counts } = await driftOf(await unpackedSdist(name));
      expect(`${name} ${counts.crashed}`).toBe(`${name} 0`);
      found.push(
        ...findings.filter(({ level }) => level !== 'notice').map((one) => `${name} ${shown(one)}`),
      );
    }
    expect(found).toEqual([]);
  },
);

interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
  readonly verdict: string;
  readonly policy: string;
}

/** Applies every fix to the files, as `pymaint fix` does. */
async function fixAll(folder: string, findings: readonly Finding[]): Promise<void> {
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  for (const [path, own] of groupBy(edits, ({ range }) => range.path)) {
    const edited = applyEdits(await readFile(join(folder, path), 'utf8'), own);
    expect(edited.refused).toEqual([]);
    await writeFile(join(folder, path), edited.text);
  }
}

const REAL = ['sqlalchemy', 'pytest-cov', 'hypothesis'];

it.each(REAL)(
  '%s: each place that is left behind is caught at its exact range, and fixing it restores the bytes',
  { timeout: 300_000 },
  async (name) => {
    const { version = '' } = (await pinnedSdists()).find((sdist) => sdist.name === name) ?? {};
    await using project = await gitSdist(name, { tag: `v${version}` });
    const { folder } = project;
    const before = await driftOf(folder);
    const rows = (before.data['slots'] as unknown as readonly Row[]).filter(
      ({ policy, verdict, found }) =>
        policy !== 'past' && verdict === 'agrees' && found.startsWith(version),
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { path, line, column, found } of rows) {
      const file = join(folder, path);
      const text = await readFile(file, 'utf8');
      const at = lineIndex(path, text).offset(line, column);
      await writeFile(file, `${text.slice(0, at)}0.0.1${text.slice(at + found.length)}`);
      const report = await driftOf(folder, { expected: version });
      const caught = report.findings.filter(
        ({ place }) => place.path === path && place.line === line,
      );
      expect(caught.map(({ place }) => [place.column, place.endColumn])).toEqual([
        [column, column + 5],
      ]);
      await fixAll(folder, caught);
      expect(await readFile(file, 'utf8')).toBe(text);
    }
  },
);

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
