import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lineIndex } from '@pymaint/core';
import { unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { findChangelog, readChangelog, type Changelog, type Release } from './index.ts';
import { readReleaseFolder } from './folder.ts';

/** A real changelog and what a person counted in it. */
interface Known {
  readonly sdist: string;
  /** A file, or a folder with one file for each release. */
  readonly path: string;
  /** Headings that head a release, the unreleased part included. */
  readonly releases: number;
  readonly unreleased: number;
  readonly yanked: number;
  /** Releases without a full calendar day. */
  readonly undated: number;
  /** Version and day of some releases, the first and the last among them. */
  readonly spots: readonly string[];
}

const table = fileURLToPath(new URL('../../../tests/changelogs.json', import.meta.url));
const corpus = JSON.parse(readFileSync(table, 'utf8')) as readonly Known[];

const spot = ({ version, date }: Release): string =>
  `${version?.canonical ?? 'unreleased'} ${date?.iso ?? '-'}`;

async function read({ sdist, path }: Known): Promise<Changelog> {
  const root = await unpackedSdist(sdist);
  const options = { projectName: sdist };
  if (/\.\w+$|NEWS$|CHANGES$/.test(path))
    return readChangelog(path, await readFile(join(root, path), 'utf8'), options);
  const names = await readdir(join(root, path));
  const files = await Promise.all(
    names.map(async (name) => ({
      path: `${path}/${name}`,
      text: await readFile(join(root, path, name), 'utf8').catch(() => ''),
    })),
  );
  return readReleaseFolder(path, files, options);
}

describe('the changelogs of real packages', () => {
  it.each(corpus)('reads $sdist $path as a person counts it', async (known) => {
    const { releases } = await read(known);
    const ofKind = (kind: Release['kind']): number =>
      releases.filter((release) => release.kind === kind).length;
    expect({
      releases: releases.length,
      unreleased: ofKind('unreleased'),
      yanked: ofKind('yanked'),
      undated: releases.filter(({ date }) => date?.iso === undefined).length,
    }).toEqual({
      releases: known.releases,
      unreleased: known.unreleased,
      yanked: known.yanked,
      undated: known.undated,
    });
    const found = releases.map(spot);
    expect(found).toEqual(expect.arrayContaining([...known.spots]));
    expect([found[0], found[found.length - 1]]).toEqual([
      known.spots[0],
      known.spots[known.spots.length - 1],
    ]);
  });

  it.each(corpus.filter(({ path }) => path.includes('.')))(
    'gives exact places in $sdist $path',
    async (known) => {
      const text = await readFile(join(await unpackedSdist(known.sdist), known.path), 'utf8');
      const index = lineIndex(known.path, text);
      const { releases } = await read(known);
      const written = releases
        .flatMap(({ version, date }) => [version, date])
        .filter((it) => it !== undefined);
      const found = written.map(({ range }) =>
        text.slice(
          index.offset(range.line, range.column),
          index.offset(range.endLine, range.endColumn),
        ),
      );
      expect(found).toEqual(written.map((it) => it.written));
    },
  );

  it('finds nothing that cannot be understood but what is truly wrong', async () => {
    const problems = await Promise.all(
      corpus.map(async (known) =>
        (await read(known)).problems.map(({ message }) => `${known.sdist}: ${message}`),
      ),
    );
    expect(problems.flat()).toEqual([
      'lxml: Unexpected date `2019-02-29`, expected a day of the calendar',
    ]);
  });

  it.each([...new Map(corpus.map((known) => [known.sdist, known.path])).keys()])(
    'finds the changelog of %s without being told where it is',
    async (sdist) => {
      const root = await unpackedSdist(sdist);
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
      const found = findChangelog(
        { paths, read: (path) => readFileSync(join(root, path), 'utf8') },
        { projectName: sdist },
      );
      const expected = corpus.filter((known) => known.sdist === sdist).map(({ path }) => path);
      const series = sdist === 'sqlalchemy' ? ['doc/build/changelog/changelog_21.rst'] : [];
      expect([...expected, ...series]).toContain(found?.path);
    },
  );
});
