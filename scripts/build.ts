/**
 * npm run build [NAME …]: compiles the packages and bundles every action and the command into dist/<name>/.
 *
 * ncc runs on the compiler's output and always from the repository's root: module ids, and so the bytes of a
 * bundle, depend on the folder in which it starts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundleFolder, bundles, type Bundle } from './shared/bundles.ts';
import { ROOT } from './shared/repo.ts';
import { mustRunTool, NCC, TSC } from './shared/run.ts';

const wanted = process.argv.slice(2);
const chosen = bundles().filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const stranger = wanted.find((name) => chosen.every((bundle) => bundle.name !== name));
if (stranger !== undefined)
  throw new Error(`Unexpected bundle ${stranger}, expected one of ${names(bundles())}`);

const started = performance.now();
await mustRunTool(TSC, ['-b', ...chosen.map(({ folder }) => folder)]);
process.stdout.write(`compiled in ${seconds(started)}\n`);

const queue = [...chosen];
const lane = async (): Promise<void> => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) await make(next);
};
await Promise.all(Array.from({ length: availableParallelism() }, lane));

async function make({ name, folder, budget }: Bundle): Promise<void> {
  const began = performance.now();
  const source = `${folder}/src/main.ts`;
  if (!existsSync(join(ROOT, source))) throw new Error(`${name}: ${source} is missing`);
  await rm(bundleFolder(name), { recursive: true, force: true });
  const out = ['-o', `dist/${name}`, '--license', 'licenses.txt'];
  await mustRunTool(NCC, [
    'build',
    `${folder}/lib/main.js`,
    ...out,
    '--minify',
    '--no-cache',
    '--quiet',
  ]);
  const text = readFileSync(join(bundleFolder(name), 'index.js'), 'utf8');
  // Where terser cannot parse what ncc hands it, ncc writes the whole text without a word.
  if (text.includes('\n/***/ '))
    throw new Error(
      `dist/${name}: ncc could not minify it; terser on ${folder}/lib says where it stops, often at a template that begins with \`\\u{\``,
    );
  const bytes = Buffer.byteLength(text);
  process.stdout.write(
    `dist/${name}  ${kilobytes(bytes)} of ${kilobytes(budget)} in ${seconds(began)}\n`,
  );
  if (bytes > budget) {
    process.exitCode = 1;
    process.stdout.write(`dist/${name} is over its budget (scripts/shared/bundles.ts)\n`);
  }
}

function names(of: readonly Bundle[]): string {
  return of.map(({ name }) => name).join(', ');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
