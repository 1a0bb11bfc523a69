import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readChangelog } from '@pymaint/changelog';
import { unpackedSdist } from '@pymaint/testing';
import { ROOT } from '../../scripts/shared/repo.ts';
import { TIMES, type Bench, type BenchPlace } from '../bench.ts';
import { interleaved, presentOf, rowsOf, type Case } from '../measure.ts';
import { SPEED, speedRow } from '../speed.ts';

/** How fast real changelogs are read, and a large one is judged, beside the peers that are installed. */
export const bench: Bench = {
  async measure(place) {
    return [
      {
        name: 'reading',
        head: ['Changelogs', ...SPEED],
        rows: await readingRows(place.rounds),
      },
      { name: 'verdict', head: TIMES, rows: await verdictRows(place) },
    ];
  },
};

/** How fast the real changelogs of `tests/changelogs.json` are read, in this process: rows of a table. */
async function readingRows(rounds: number): Promise<readonly (readonly string[])[]> {
  const table = JSON.parse(readFileSync(join(ROOT, 'tests/changelogs.json'), 'utf8')) as readonly {
    readonly sdist: string;
    readonly path: string;
  }[];
  const files = table.filter(({ path }) => /\.(?:md|rst|txt)$/.test(path));
  const texts = await Promise.all(
    files.map(async ({ sdist, path }) => ({
      path,
      text: readFileSync(join(await unpackedSdist(sdist), path), 'utf8'),
    })),
  );
  const isMarkdown = ({ path }: { readonly path: string }): boolean => path.endsWith('.md');
  const row = (name: string, own: typeof texts): readonly string[] =>
    speedRow(name, own, rounds, ({ path, text }) => readChangelog(path, text));
  return [
    row('Markdown', texts.filter(isMarkdown)),
    row(
      'reStructuredText',
      texts.filter((file) => !isMarkdown(file)),
    ),
  ];
}

/** A changelog of one megabyte that every peer can read: Keep a Changelog, versions of SemVer. */
function largeChangelog(): string {
  const parts: string[] = [];
  let size = 0;
  for (let i = 4000; size < 1_000_000; i -= 1) {
    const day = String((i % 27) + 1).padStart(2, '0');
    const entries = Array.from(
      { length: 8 },
      (_, n) => `- Change ${n} of what users see, told in a line of common length (#${i + n}).`,
    );
    const part = `## [${Math.floor(i / 100)}.${i % 100}.0] - 2024-05-${day}\n\n### Fixed\n\n${entries.join('\n')}\n`;
    parts.push(part);
    size += part.length + 1;
  }
  return ['# Changelog\n', ...parts].join('\n');
}

const KEEPACHANGELOG = 'import keepachangelog; print(len(keepachangelog.to_dict("CHANGELOG.md")))';

/** From the start of the process to the verdict on it, beside the peers that this machine has. */
async function verdictRows({
  folder,
  command,
  python,
  rounds,
}: BenchPlace): Promise<readonly (readonly string[])[]> {
  const project = join(folder, 'large');
  await mkdir(project);
  await writeFile(join(project, 'CHANGELOG.md'), largeChangelog());
  await writeFile(
    join(project, 'pyproject.toml'),
    '[project]\nname = "large"\nversion = "40.0.0"\n',
  );
  const one = (name: string, program: string, ...args: readonly string[]): Case => ({
    name,
    program,
    args,
    cwd: project,
    status: 0,
  });
  const peers = [
    one('`keepachangelog` (PyPI), reading alone', python, '-c', KEEPACHANGELOG),
    one('`parse-changelog` (cargo), reading alone', 'parse-changelog', '--json', 'CHANGELOG.md'),
  ];
  const cases = [
    one('`pymaint changelog-verify`', process.execPath, command, 'changelog-verify'),
    ...(await presentOf(peers)),
  ];
  return rowsOf(await interleaved(cases, rounds));
}
