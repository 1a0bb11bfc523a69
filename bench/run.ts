/**
 * npm run bench [-- NAME …] [-- --rounds N]: measures, and writes the figures into docs/benchmarks.md. Each file of
 * bench/benches is one benchmark; without names all run, one after the other.
 */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatted } from '../scripts/shared/format.ts';
import { readText, ROOT } from '../scripts/shared/repo.ts';
import { between, table } from '../scripts/shared/text.ts';
import type { Bench, BenchTable } from './bench.ts';

const PAGE = 'docs/benchmarks.md';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '20' } },
});
const benches = (await readdir(join(import.meta.dirname, 'benches')))
  .map((file) => file.replace(/\.ts$/, ''))
  .toSorted();
const stranger = positionals.find((name) => !benches.includes(name));
if (stranger !== undefined)
  throw new Error(`Unexpected benchmark ${stranger}, expected one of ${benches.join(', ')}`);

for (const name of positionals.length === 0 ? benches : positionals) {
  const { bench } = (await import(`./benches/${name}.ts`)) as { readonly bench: Bench };
  const folder = await mkdtemp(join(tmpdir(), `pymaint-bench-${name}-`));
  try {
    await writeTables(
      await bench.measure({
        folder,
        command: join(ROOT, 'dist/pymaint/index.js'),
        node: process.execPath,
        python: process.platform === 'win32' ? 'python' : 'python3',
        rounds: Number(values.rounds),
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Written after each benchmark, so that one that fails loses no figures of the others. */
async function writeTables(tables: readonly BenchTable[]): Promise<void> {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, Node ${process.version}`;
  const made = tables.map(({ name, head, rows }) => ({ name, text: table(head, rows) }));
  const text = [...made, { name: 'machine', text: machine }].reduce(
    (before, one) => between(before, one.name, `\n${one.text}\n`),
    readText(PAGE),
  );
  for (const file of await formatted([{ path: PAGE, text }]))
    await writeFile(join(ROOT, PAGE), file.text);
  process.stdout.write(`${made.map((one) => one.text).join('\n\n')}\n`);
}
