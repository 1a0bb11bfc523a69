import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRst } from '@pymaint/docs';
import { pythonWith, unpackedSdist } from '@pymaint/testing';
import { TIMES, type Bench, type BenchPlace } from '../bench.ts';
import { interleaved, rowsOf, type Case } from '../measure.ts';
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
      { name: 'docs-links', head: TIMES, rows: await againstSphinx(place, sets) },
    ];
  },
};

/** A documentation without its project: sources alone, with an empty conf.py, so that Sphinx can build it. */
interface BareDocs {
  readonly name: string;
  readonly folder: string;
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
  return { name, folder: to, texts };
}

/** From the start of the process to its end, all five one after the other; Sphinx with its pickles and without. */
async function againstSphinx(
  { command, node, rounds }: BenchPlace,
  sets: readonly BareDocs[],
): Promise<readonly (readonly string[])[]> {
  const python = await pythonWith('docutils==0.22.4', 'sphinx==9.0.4');
  const rows: (readonly string[])[] = [];
  for (const { name, folder } of sets) {
    const sphinx = (title: string, ...more: readonly string[]): Case => ({
      name: `${name}: \`sphinx-build -b dummy -n\`, ${title}`,
      program: python,
      args: ['-m', 'sphinx', '-b', 'dummy', '-n', '-q', '-Q', ...more, 'docs', 'built'],
      cwd: folder,
      status: 0,
    });
    const cases: readonly Case[] = [
      {
        name: `${name}: \`pymaint docs-linkcheck\``,
        program: node,
        args: [command, 'docs-linkcheck', '--fail-on', 'never'],
        cwd: folder,
        status: 0,
      },
      sphinx('cold', '-E'),
      sphinx('warm'),
    ];
    rows.push(...rowsOf(await interleaved(cases, Math.min(rounds, 3))));
    await rm(join(folder, 'built'), { recursive: true, force: true });
  }
  return rows;
}
