import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRst } from '@pymaint/docs';
import { pythonWith, unpackedSdist } from '@pymaint/testing';
import type { Bench, BenchPlace } from '../bench.ts';
import { median, usageOf, type Usage } from '../measure.ts';
import { SPEED, speedRow } from '../speed.ts';

/** The pinned sdists with the most documentation in reStructuredText, and where it is. */
const LARGEST = [
  ['django', 'docs', '.txt'],
  ['sqlalchemy', 'doc/build', '.rst'],
  ['numpy', 'doc/source', '.rst'],
  ['pytest', 'doc/en', '.rst'],
  ['docutils', 'docs', '.rst'],
] as const;

/** How fast large documentations are read, and judged beside Sphinx's quickest builder. */
export const bench: Bench = {
  async measure(place) {
    const sets = await Promise.all(
      LARGEST.map(([name, source, suffix]) => bareDocs(place, name, source, suffix)),
    );
    return [
      {
        name: 'docs-reading',
        head: ['Documentation', ...SPEED],
        rows: sets.map(({ name, texts }) =>
          speedRow(name, texts, place.rounds, ({ text }) => readRst('a.rst', text)),
        ),
      },
      { name: 'docs-links', head: HEAD, rows: await besidePeers(place, sets) },
    ];
  },
};

/** A documentation without its project: sources alone, with an empty conf.py, so that Sphinx can build it. */
interface BareDocs {
  readonly name: string;
  readonly folder: string;
  readonly suffix: string;
  readonly texts: readonly { readonly text: string }[];
}

async function bareDocs(
  { folder }: BenchPlace,
  name: string,
  source: string,
  suffix: string,
): Promise<BareDocs> {
  const from = join(await unpackedSdist(name), source);
  const to = join(folder, name);
  const texts: { readonly text: string }[] = [];
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(suffix)) continue;
    const path = join(entry.parentPath, entry.name);
    const copy = join(to, 'docs', path.slice(from.length));
    await mkdir(join(copy, '..'), { recursive: true });
    await cp(path, copy);
    texts.push({ text: await readFile(path, 'utf8') });
  }
  const conf = `source_suffix = ${JSON.stringify(suffix)}\nexclude_patterns = []\n`;
  await writeFile(join(to, 'docs', 'conf.py'), conf);
  return { name, folder: to, suffix, texts };
}

const HEAD = ['What runs', 'Median', 'Speed', 'Memory', 'Ratio of medians'] as const;

/** A program, and how often it is run: one that takes a minute tells enough in one round. */
interface Peer {
  readonly name: string;
  readonly words: readonly [string, ...string[]];
  readonly rounds: number;
}

/** From the start of the process to its end; Sphinx without what it kept of a run before, and then with it. */
async function besidePeers(
  { command, node, python, rounds }: BenchPlace,
  sets: readonly BareDocs[],
): Promise<readonly (readonly string[])[]> {
  const sphinx = await pythonWith('docutils==0.22.4', 'sphinx==9.0.4');
  const build = ['-m', 'sphinx', '-b', 'dummy', '-n', '-q', '-Q'] as const;
  const rows: (readonly string[])[] = [];
  for (const set of sets) {
    const peers: readonly Peer[] = [
      {
        name: '`pymaint docs-linkcheck`',
        words: [node, command, 'docs-linkcheck', '--fail-on', 'never'],
        rounds,
      },
      {
        name: '`sphinx-build -b dummy -n`, cold',
        words: [sphinx, ...build, '-E', 'docs', 'built'],
        rounds: 1,
      },
      {
        name: '`sphinx-build -b dummy -n`, warm',
        words: [sphinx, ...build, 'docs', 'built'],
        rounds: 1,
      },
      {
        // It knows no reStructuredText: what it takes of the files is addresses alone.
        name: '`lychee --offline`, as plain text',
        words: ['lychee', '--offline', '--no-progress', `docs/**/*${set.suffix}`],
        rounds,
      },
    ];
    rows.push(...(await rowsOf(python, set, peers)));
    await rm(join(set.folder, 'built'), { recursive: true, force: true });
  }
  return rows;
}

/** The ratio is that to the first row. A peer that is not installed is told, and has no row. */
async function rowsOf(
  python: string,
  { name, folder, texts }: BareDocs,
  peers: readonly Peer[],
): Promise<readonly (readonly string[])[]> {
  const size = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const rows: (readonly string[])[] = [];
  let base: number | undefined;
  for (const peer of peers) {
    process.stderr.write(`${name}: ${peer.name}\n`);
    const runs: Usage[] = [];
    for (let round = 0; round < peer.rounds; round += 1) {
      const used = await usageOf(python, peer.words, {
        cwd: folder,
        // lychee ends with 2 where it takes something for broken.
        statuses: peer.words[0] === 'lychee' ? [0, 2] : [0],
      });
      if (used === undefined) break;
      runs.push(used);
    }
    if (runs.length === 0) {
      process.stderr.write(`${peer.words[0]} is not on the PATH\n`);
      continue;
    }
    const time = median(runs.map(({ seconds }) => seconds));
    base ??= time;
    rows.push([
      `${name}, ${size.toFixed(1)} MB: ${peer.name}`,
      `${time.toFixed(2)} s`,
      `${(size / time).toFixed(1)} MB/s`,
      `${Math.max(...runs.map(({ megabytes }) => megabytes)).toFixed(0)} MB`,
      (time / base).toFixed(2),
    ]);
  }
  return rows;
}
