import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMarkdown, type Flavour } from '@pymaint/docs';
import { unpackedSdist } from '@pymaint/testing';
import { TIMES, type Bench, type BenchPlace } from '../bench.ts';
import { interleaved, presentOf, rowsOf, type Case } from '../measure.ts';
import { SPEED, speedRow } from '../speed.ts';

/** How fast real Markdown is read, and a large site's links are judged, beside lychee where it is installed. */
export const bench: Bench = {
  async measure(place) {
    return [
      {
        name: 'markdown-reading',
        head: ['Markdown of', ...SPEED],
        rows: await readingRows(place.rounds),
      },
      { name: 'markdown-links', head: TIMES, rows: await linkRows(place) },
    ];
  },
};

/** Real packages with much Markdown, and whose Markdown it is. */
const SETS: readonly (readonly [string, Flavour])[] = [
  ['hatch', 'mkdocs'],
  ['pip', 'myst'],
  ['black', 'myst'],
  ['click', 'myst'],
  ['numpy', 'github'],
];

/** How fast the readers take it in this process: rows of a table. */
async function readingRows(rounds: number): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const [sdist, flavour] of SETS) {
    const root = await unpackedSdist(sdist);
    const paths = (await readdir(root, { recursive: true })).filter((it) => it.endsWith('.md'));
    const texts = await Promise.all(
      paths.map(async (path) => ({ text: await readFile(join(root, path), 'utf8') })),
    );
    const name = `${sdist} (${flavour})`;
    rows.push(speedRow(name, texts, rounds, ({ text }) => readMarkdown('x.md', text, { flavour })));
  }
  return rows;
}

/** From the start of the process to the verdict on hatch's site, and on twelve of it side by side. */
async function linkRows({
  folder,
  command,
  node,
  rounds,
}: BenchPlace): Promise<readonly (readonly string[])[]> {
  const root = await unpackedSdist('hatch');
  const rows: (readonly string[])[] = [];
  for (const copies of [1, 12]) {
    const cwd = join(folder, `sites-${copies}`);
    for (let n = 0; n < copies; n += 1)
      await cp(join(root, 'docs'), join(cwd, 'docs', `c${n}`), { recursive: true });
    await mkdir(cwd, { recursive: true });
    await writeFile(join(cwd, 'mkdocs.yml'), CONFIG);
    const size = await sizeOf(cwd);
    const cases: readonly Case[] = [
      {
        name: `\`pymaint docs-linkcheck\`, ${size}`,
        program: node,
        args: [command, 'docs-linkcheck', '--checks', 'links', '--fail-on', 'never'],
        cwd,
        status: 0,
      },
      ...(await presentOf([
        {
          name: `\`lychee --offline --include-fragments\`, ${size}`,
          program: 'lychee',
          args: ['--offline', '--include-fragments', '--no-progress', './**/*.md'],
          cwd,
          // It takes GitHub's ids for those of the site, and so finds faults where there are none.
          status: 2,
        },
      ])),
    ];
    rows.push(...rowsOf(await interleaved(cases, rounds)));
  }
  return rows;
}

const CONFIG = 'site_name: x\nmarkdown_extensions: [admonition, attr_list, toc]\n';

async function sizeOf(folder: string): Promise<string> {
  const paths = (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.md'));
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  return `${texts.length} files, ${(bytes / 1e6).toFixed(1)} MB`;
}
