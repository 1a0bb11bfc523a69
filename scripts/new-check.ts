/**
 * npm run new:check ACTION ID: a new check with its test and its page, registered at the end of the report's order.
 * ID is its rule's id and its path below checks/, such as `changelog/has-entry`.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatted } from './shared/format.ts';
import { actionNames, readText, ROOT } from './shared/repo.ts';
import { newFiles, registered, targetOf } from './shared/scaffold.ts';

const [action = '', id = ''] = process.argv.slice(2);
if (!actionNames().includes(action))
  throw new Error(`Unexpected action \`${action}\`, expected one of ${actionNames().join(', ')}`);

const target = targetOf(action, id);
const files = newFiles(target);
const existing = files.find(({ path }) => existsSync(join(ROOT, path)));
if (existing !== undefined) throw new Error(`${existing.path} exists already`);

const index = `actions/${action}/src/checks/index.ts`;
const all = [...files, { path: index, text: registered(readText(index), target) }];
for (const { path, text } of await formatted(all)) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
  process.stdout.write(`wrote ${path}\n`);
}
process.stdout.write(
  `\nNow write the test, then the check, then its page, and run\n    npx vitest run actions/${action}/src/checks/${id}\n    npm run docs\n`,
);
