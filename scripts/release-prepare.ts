/**
 * npm run release:prepare -- X.Y.Z [--date YYYY-MM-DD]
 *
 * Writes a version: into every package.json, package-lock.json and the sources, and into the changelog, whose unreleased
 * part becomes the version's. Then rebuild (`npm run build`), commit, and let main's CI judge it; the workflow
 * `release.yml` does the rest.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isVersion, withRelease, withVersion } from './shared/release-version.ts';
import { readText, ROOT, workspaces, type Manifest } from './shared/repo.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { date: { type: 'string' } },
});
const [version = ''] = positionals;
if (!isVersion(version))
  throw new Error(`Unexpected version ${version}, expected one such as 1.2.3`);
const date = values.date ?? new Date().toISOString().slice(0, 10);

const { version: before } = JSON.parse(readText('package.json')) as Manifest;
const paths = [
  'package.json',
  'package-lock.json',
  'packages/core/src/version.ts',
  ...workspaces().map(({ folder }) => `${folder}/package.json`),
];
const changed = [
  ...paths.map((path) => withVersion({ path, text: readText(path) }, before, version)),
  { path: 'CHANGELOG.md', text: withRelease(readText('CHANGELOG.md'), version, date) },
];
// Only once nothing can fail any more.
for (const { path, text } of changed) await writeFile(join(ROOT, path), text);
process.stdout.write(
  `${before} → ${version} in ${changed.length} files\nNext: npm run docs && npm run build, commit, merge, then start release.yml\n`,
);
