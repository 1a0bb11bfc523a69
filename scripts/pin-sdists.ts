/**
 * Pins real source distributions for the tests in tests/sdists.json.
 *
 *     npx -c 'node --conditions=@pymaint/source scripts/pin-sdists.ts NAME [NAME==VERSION …]'
 *
 * Each is looked up on the package index that pip uses, the newest final release that has an sdist and was not
 * yanked unless a version is given, downloaded, checked against the index's own hash, unpacked into the test cache
 * and written to the table (replacing an older pin of the same name). Nothing of it is executed.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  download,
  indexFiles,
  indexUrl,
  pinnedSdists,
  SDIST_TABLE,
  unpack,
  type IndexFile,
  type PinnedSdist,
} from '@pymaint/testing';
import * as pep440 from '@renovatebot/pep440';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';

const normalised = (name: string): string => name.replace(/[-_.]+/g, '-').toLowerCase();

/** The version in an sdist's file name, or undefined where the name is another project's or another format. */
function versionOf(name: string, filename: string): string | undefined {
  const match = /^(.+)-([^-]+)\.tar\.gz$/.exec(filename);
  return match !== null && normalised(match[1] ?? '') === name ? match[2] : undefined;
}

function choose(
  name: string,
  wanted: string | undefined,
  files: readonly IndexFile[],
): [string, IndexFile] {
  const candidates = files.flatMap((file): [string, IndexFile][] => {
    const version = versionOf(name, file.filename);
    if (version === undefined || pep440.valid(version) === null) return [];
    const fits =
      wanted === undefined
        ? !file.yanked && pep440.explain(version)?.is_prerelease === false
        : version === wanted;
    return fits ? [[version, file]] : [];
  });
  const newest = candidates.toSorted(([a], [b]) => pep440.rcompare(a, b))[0];
  if (newest === undefined) throw new Error(`No sdist of ${name} ${wanted ?? ''} on the index`);
  return newest;
}

async function backendOf(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'pyproject.toml'), 'utf8').catch(() => '');
  const document = getStaticTOMLValue(parseTOML(text)) as {
    'build-system'?: { 'build-backend'?: string };
  };
  return document['build-system']?.['build-backend'] ?? 'setuptools (legacy)';
}

async function pin(requirement: string): Promise<PinnedSdist> {
  const [written = '', wanted] = requirement.split('==');
  const name = normalised(written);
  const [version, file] = choose(name, wanted, await indexFiles(name, await indexUrl()));
  const sha256 =
    file.sha256 ??
    createHash('sha256')
      .update(await download(file.url))
      .digest('hex');
  const entry = { name, version, filename: file.filename, sha256 };
  return { ...entry, backend: await backendOf(await unpack(entry)) };
}

const table = new Map((await pinnedSdists()).map((sdist) => [sdist.name, sdist]));
for (const requirement of process.argv.slice(2)) {
  const entry = await pin(requirement);
  table.set(entry.name, entry);
  process.stdout.write(`${entry.name} ${entry.version} (${entry.backend})\n`);
}
const sorted = [...table.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
await writeFile(SDIST_TABLE, `${JSON.stringify(sorted, undefined, 2)}\n`);
