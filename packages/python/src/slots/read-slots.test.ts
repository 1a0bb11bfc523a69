import { readFileSync } from 'node:fs';
import { diskTree, pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { readProject } from '../project/read.ts';
import { findSlots } from './index.ts';

/**
 * All places of a kind that version-drift knows, as `path:line text`: `versionadded` and its like among them. Read in the
 * sources with a search for words, by no finder, so that what the finders miss fails here.
 */
const READ = JSON.parse(
  readFileSync(new URL('../../../../tests/version-read.json', import.meta.url), 'utf8'),
) as { readonly [name: string]: readonly string[] };

describe('the places read by hand', { timeout: 600_000 }, async () => {
  const sdists = (await pinnedSdists()).filter(({ name }) => Object.hasOwn(READ, name));

  it('are all of pinned packages', () => {
    expect(sdists.map(({ name }) => name).toSorted()).toEqual(Object.keys(READ).toSorted());
  });

  it.each(sdists)('$name: are what is found', async ({ name }) => {
    const tree = diskTree(await unpackedSdist(name));
    const project = readProject(tree);
    const slots = project === undefined ? [] : findSlots(tree, project);
    const found = slots.map(({ place, written }) => `${place.path}:${place.line} ${written}`);
    expect(found.toSorted()).toEqual((READ[name] ?? []).toSorted());
  });
});
