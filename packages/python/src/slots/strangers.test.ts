import { readFileSync } from 'node:fs';
import { diskTree, pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';

type Lines<T> = { readonly [name: string]: T };
const listOf = <T>(file: string): Lines<T> =>
  JSON.parse(
    readFileSync(new URL(`../../../../tests/${file}`, import.meta.url), 'utf8'),
  ) as Lines<T>;

/** The places that the finders must find. */
const SLOTS = listOf<readonly string[]>('version-slots.json');
/** Every other line that holds the version's text, and why it is no slot. */
const STRANGERS = listOf<{ readonly [line: string]: string }>('version-strangers.json');

/** Lines of all text files that hold the version as written, by no finder: what is generated when an sdist is made left out. */
function linesWith(folder: string, version: string): readonly string[] {
  const tree = diskTree(folder);
  const pattern = new RegExp(
    String.raw`(?<![\d.])v?${version.replaceAll('.', String.raw`\.`)}(?!\d|\.\d)`,
  );
  return tree
    .list()
    .filter((path) => !/\.egg-info\/|(^|\/)PKG-INFO$/.test(path))
    .flatMap((path) => {
      const text = tree.read(path);
      if (text === undefined || text.includes('\0') || !text.includes(version)) return [];
      return text
        .split('\n')
        .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : []));
    });
}

const WHYS = [
  'a changelog',
  'a directive about a change',
  'written by the build',
  'a version of another project',
  'a chapter of another project’s documents',
  'an example of what to type',
  'tells of the past',
];

describe('every line that holds the version', { timeout: 600_000 }, async () => {
  const sdists = (await pinnedSdists()).filter(({ name }) => Object.hasOwn(STRANGERS, name));

  it('is judged in many packages', () => {
    expect(sdists.length).toBeGreaterThanOrEqual(60);
    expect(new Set(Object.values(STRANGERS).flatMap((lines) => Object.values(lines)))).toEqual(
      new Set(WHYS),
    );
  });

  it.each(sdists)('$name: is a slot, or a stranger by name', async ({ name, version }) => {
    const found = linesWith(await unpackedSdist(name), version);
    const slots = new Set((SLOTS[name] ?? []).map((slot) => slot.slice(0, slot.indexOf(' '))));
    const strangers = Object.keys(STRANGERS[name] ?? {});
    expect(found.filter((line) => !slots.has(line)).toSorted()).toEqual(strangers.toSorted());
  });
});
