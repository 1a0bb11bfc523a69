import { readFileSync } from 'node:fs';
import { formatPlace, lineIndex } from '@pymaint/core';
import { diskTree, pinnedSdists, unpackedSdist } from '@pymaint/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseVersion, type Version } from '../pep440.ts';
import { readProject } from '../project/read.ts';
import type { Project } from '../project/types.ts';
import type { SourceTree } from '../source-tree.ts';
import { findSlots } from './index.ts';
import { judgeSlot } from './judge.ts';
import { slotEdit } from './spell.ts';
import type { Slot } from './types.ts';

interface Read {
  readonly tree: SourceTree;
  readonly project: Project;
  readonly slots: readonly Slot[];
  readonly current: Version;
}

const corpus = new Map<string, Read>();

beforeAll(async () => {
  for (const { name, version } of await pinnedSdists()) {
    const tree = remembered(diskTree(await unpackedSdist(name)));
    const project = readProject(tree);
    const current = parseVersion(version);
    if (project === undefined || current === undefined) throw new Error(`${name} cannot be read`);
    corpus.set(name, { tree, project, current, slots: findSlots(tree, project) });
  }
}, 600_000);

/** Reads each file and lists the folder once, since the tests below look at the same trees many times. */
function remembered(tree: SourceTree): SourceTree {
  const paths = tree.list();
  const texts = new Map<string, string | undefined>();
  return {
    list: () => paths,
    read(path) {
      if (!texts.has(path)) texts.set(path, tree.read(path));
      return texts.get(path);
    },
  };
}

const entry = (name: string): Read => {
  const found = corpus.get(name);
  if (found === undefined) throw new Error(`${name} is not pinned`);
  return found;
};

/**
 * Places that name the project's own version today, as `path:line text policy`; `versionadded` and its like left out. Made
 * by the finders and then read, so that it keeps them as they are; what they miss is seen by strangers.test.ts.
 */
const TRUE_SLOTS = JSON.parse(
  readFileSync(new URL('../../../../tests/version-slots.json', import.meta.url), 'utf8'),
) as { readonly [name: string]: readonly string[] };

const shown = ({ kind, place }: Slot): string => `${kind} ${formatPlace(place)}`;

describe('the slots of real projects', () => {
  it.each(Object.keys(TRUE_SLOTS))('%s: finds all, and no others', (name) => {
    const { slots, current } = entry(name);
    const own = slots.filter(
      (slot) => slot.policy !== 'past' && judgeSlot(slot, { current }) === 'agrees',
    );
    expect(
      own.map(({ place, written, policy }) => `${place.path}:${place.line} ${written} ${policy}`),
    ).toEqual(TRUE_SLOTS[name]);
  });

  it('says nothing surely wrong of a released project, but what is', () => {
    const wrong = [...corpus].flatMap(([name, { slots, current }]) =>
      slots
        .filter((slot) => slot.sure && judgeSlot(slot, { current }) !== 'agrees')
        .map((slot) => `${name} ${judgeSlot(slot, { current })} ${shown(slot)} ${slot.written}`),
    );
    // The first show hooks of releases long past, the last a placeholder that its tool should have replaced.
    expect(wrong).toEqual([
      'isort behind pre-commit-rev docs/configuration/black_compatibility.md:58:10 6.0.1',
      'isort behind pre-commit-rev docs/configuration/pre-commit.md:12:10 6.1.0',
      'isort behind pre-commit-rev docs/configuration/pre-commit.md:23:10 6.1.0',
      'pip-tools behind pre-commit-rev README.md:405:10 7.4.1',
      'pip-tools behind pre-commit-rev README.md:416:10 7.4.1',
      'pip-tools behind pre-commit-rev README.md:429:10 7.4.1',
      'sqlparse behind pre-commit-rev README.md:118:10 0.5.5',
      'sqlparse behind pre-commit-rev docs/source/ui.rst:21:13 0.5.5',
      'sqlparse behind pre-commit-rev docs/source/ui.rst:33:13 0.5.5',
      'towncrier behind pre-commit-rev docs/pre-commit.rst:19:14 23.11.0',
      'towncrier behind pre-commit-rev docs/pre-commit.rst:33:14 23.11.0',
      'twisted unreleased version-directive docs/core/howto/defer-intro.rst:323:31 NEXT',
      'twisted unreleased version-directive docs/core/howto/defer-intro.rst:385:27 NEXT',
    ]);
  });

  it('never fails a release that was made: no slot of the policy `current` differs surely', () => {
    const failing = [...corpus].flatMap(([name, { slots, current }]) =>
      slots
        .filter(({ policy, sure }) => policy === 'current' && sure)
        .filter((slot) => judgeSlot(slot, { current }) !== 'agrees')
        .map((slot) => `${name} ${shown(slot)}`),
    );
    expect(failing).toEqual([]);
  });

  it('doubts few of them', () => {
    const all = [...corpus.values()].flatMap(({ slots, current }) =>
      slots.map((slot) => ({ slot, verdict: judgeSlot(slot, { current }) })),
    );
    const doubts = all.filter(({ slot, verdict }) => !slot.sure && verdict !== 'agrees');
    expect(doubts.length / all.length).toBeLessThan(0.01);
  });
});

/** One slot set to another version, in memory. */
function withSlot(tree: SourceTree, slot: Slot, written: string): SourceTree {
  const text = tree.read(slot.place.path) ?? '';
  const index = lineIndex('', text);
  const start = index.offset(slot.place.line, slot.place.column);
  const end = index.offset(slot.place.endLine, slot.place.endColumn);
  const changed = text.slice(0, start) + written + text.slice(end);
  return { ...tree, read: (path) => (path === slot.place.path ? changed : tree.read(path)) };
}

const DRIFTED = [
  'black',
  'celery',
  'click',
  'coverage',
  'docutils',
  'fastapi',
  'hypothesis',
  'numpy',
  'pyperf',
  'pytest-cov',
  'scrapy',
  'sphinx',
  'sqlalchemy',
  'tomlkit',
];

describe('a slot that was left behind', () => {
  it.each(DRIFTED)(
    '%s: each one is caught at its exact range, and its edit restores it',
    (name) => {
      const { tree, slots, current } = entry(name);
      const old = parseVersion('0.0.1');
      const own = slots.filter(
        (slot) =>
          slot.policy !== 'past' &&
          slot.spelling.type !== 'opaque' &&
          slot.spelling.type !== 'list' &&
          slotEdit(slot, current) === undefined,
      );
      expect(own.length).toBeGreaterThan(0);
      for (const slot of own) {
        const stale = old && slotEdit(slot, old);
        if (stale === undefined) throw new Error(`${shown(slot)} cannot be rewritten`);
        const drifted = withSlot(tree, slot, stale.newText);
        const project = readProject(drifted);
        const caught =
          project && findSlots(drifted, project).find((found) => shown(found) === shown(slot));
        expect(caught?.written).toBe(stale.newText);
        expect(caught && judgeSlot(caught, { current })).toBe('behind');
        expect(caught && slotEdit(caught, current)?.newText).toBe(slot.written);
      }
    },
  );
});
