/**
 * npm run bench [-- ROUNDS]: measures the bundled command and writes the figures into docs/benchmarks.md.
 * Start-up: from the start of the process to the verdict on a small project, beside a Node that does nothing.
 * Changelogs: how fast real ones are read, and a large one is judged, beside the peers that are installed.
 * Overhead: release-gate around a test run of a fixed length, beside that test run alone.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatted } from '../scripts/shared/format.ts';
import { readText, ROOT } from '../scripts/shared/repo.ts';
import { mustRun } from '../scripts/shared/run.ts';
import { between, table } from '../scripts/shared/text.ts';
import { readingRows, verdictRows } from './changelog.ts';
import { interleaved, rowsOf, type Case } from './measure.ts';

const PAGE = 'docs/benchmarks.md';
const HEAD = ['What runs', 'Median', 'Quickest', 'Ratio of medians'];
const rounds = Number(process.argv[2] ?? 20);
const command = join(ROOT, 'dist/pymaint/index.js');
const python = process.platform === 'win32' ? 'python' : 'python3';
const SECONDS = 5;

const folder = await mkdtemp(join(tmpdir(), 'pymaint-bench-'));
try {
  const project = join(folder, 'project');
  await cp(join(ROOT, 'examples/clean'), project, { recursive: true });
  await writeFile(join(folder, 'empty.mjs'), '');
  const git = (...args: readonly string[]) => mustRun('git', args, { cwd: project });
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git('-c', 'user.name=b', '-c', 'user.email=b@example.org', 'commit', '--quiet', '-m', 'a');

  const one = (name: string, program: string, ...args: readonly string[]): Case => ({
    name,
    program,
    args,
    cwd: project,
    status: 0,
  });
  const node = process.execPath;
  const startUp = await interleaved(
    [
      one('`node` on an empty file', node, join(folder, 'empty.mjs')),
      one('`pymaint --help`', node, command, '--help'),
      one('`pymaint check`', node, command, 'check'),
    ],
    rounds,
  );

  const sleep = `import time; time.sleep(${SECONDS})`;
  const gate = [
    '--checks',
    'tests',
    '--environment',
    'current',
    '--tests',
    `${python} -c "${sleep}"`,
  ];
  const overhead = await interleaved(
    [
      one(`a test run of ${SECONDS} s, alone`, python, '-c', sleep),
      one('`pymaint release-gate` with that test run', node, command, 'release-gate', ...gate),
    ],
    Math.max(3, Math.round(rounds / 4)),
  );

  const tables = {
    startup: table(HEAD, rowsOf(startUp)),
    overhead: table(HEAD, rowsOf(overhead)),
    reading: table(['Changelogs', 'Files', 'Size', 'Speed'], await readingRows(rounds)),
    verdict: table(HEAD, await verdictRows(folder, command, python, rounds)),
  };
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, Node ${process.version}`;
  const text = Object.entries({ ...tables, machine }).reduce(
    (before, [name, made]) => between(before, name, `\n${made}\n`),
    readText(PAGE),
  );
  for (const file of await formatted([{ path: PAGE, text }]))
    await writeFile(join(ROOT, PAGE), file.text);
  process.stdout.write(`${[machine, ...Object.values(tables)].join('\n\n')}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
