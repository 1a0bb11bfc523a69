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

/** Every place that names the project's own version today, found by hand; `versionadded` and its like are not listed. */
const TRUE_SLOTS: { readonly [name: string]: readonly string[] } = {
  alembic: ['declared alembic/__init__.py:5:16'],
  cryptography: ['declared pyproject.toml:19:12', 'dunder src/cryptography/__about__.py:13:16'],
  django: ['declared django/__init__.py:3:11', 'conf-py docs/conf.py:123:12'],
  lxml: ['dunder src/lxml/__init__.py:3:16'],
  psutil: ['declared psutil/__init__.py:206:16'],
  werkzeug: ['declared pyproject.toml:3:12', 'lock uv.lock:3070:12'],
  aiohttp: ['declared aiohttp/__init__.py:1:16'],
  black: [
    'pre-commit-rev docs/guides/using_black_with_jupyter_notebooks.md:114:10',
    'pre-commit-rev docs/integrations/source_version_control.md:11:10',
    'pre-commit-rev docs/integrations/source_version_control.md:37:10',
    'pre-commit-rev docs/integrations/source_version_control.md:67:10',
  ],
  celery: [
    'version-field README.rst:5:11',
    'declared celery/__init__.py:28:16',
    'version-field docs/includes/introduction.txt:1:11',
  ],
  click: ['declared pyproject.toml:3:12', 'lock uv.lock:176:12'],
  'click-plugins': ['declared click_plugins/__init__.py:27:16'],
  coverage: [
    'declared coverage/version.py:11:17',
    'conf-py doc/conf.py:72:12',
    'conf-py doc/conf.py:74:12',
  ],
  datasette: ['declared datasette/version.py:1:16'],
  dunamai: ['declared pyproject.toml:3:12'],
  fastapi: ['dunder fastapi/__init__.py:3:16', 'declared pyproject.toml:57:12'],
  flake8: ['declared src/flake8/__init__.py:20:16'],
  flask: ['declared pyproject.toml:3:12', 'lock uv.lock:498:12'],
  hatchling: ['declared src/hatchling/__about__.py:1:16'],
  httpx: ['declared httpx/__version__.py:3:16'],
  hypothesis: ['lock rust/Cargo.lock:48:12', 'declared rust/Cargo.toml:3:12'],
  loguru: ['declared loguru/__init__.py:14:16'],
  markupsafe: ['declared pyproject.toml:3:12', 'lock uv.lock:835:12'],
  marshmallow: ['declared pyproject.toml:3:12'],
  mkdocs: ['declared mkdocs/__init__.py:5:16'],
  'myst-parser': ['declared myst_parser/__init__.py:6:16'],
  networkx: ['declared networkx/__init__.py:11:16'],
  numpy: ['dunder numpy/version.py:5:12', 'declared pyproject.toml:10:12'],
  packaging: ['declared src/packaging/__init__.py:9:16'],
  pillow: ['declared src/PIL/_version.py:4:16'],
  pip: ['declared src/pip/__init__.py:3:16'],
  poetry: ['declared pyproject.toml:3:12'],
  pydantic: ['declared pydantic/version.py:11:12'],
  'pydantic-core': ['lock Cargo.lock:454:12', 'declared Cargo.toml:3:12'],
  pyperf: ['conf-py doc/conf.py:53:22', 'declared pyperf/__init__.py:3:11'],
  'pytest-cov': [
    'bump-configuration .bumpversion.cfg:2:19',
    'configured .cookiecutterrc:43:14',
    'configured README.rst:43:95',
    'configured README.rst:45:64',
    'conf-py docs/conf.py:24:22',
    'declared pyproject.toml:8:12',
    'dunder src/pytest_cov/__init__.py:3:16',
  ],
  requests: ['declared src/requests/__version__.py:8:16'],
  rich: ['declared pyproject.toml:5:12'],
  'rpds-py': ['lock Cargo.lock:125:12', 'declared Cargo.toml:3:12'],
  scrapy: [
    'security-table SECURITY.md:7:3',
    'bump-configuration pyproject.toml:156:20',
    'declared scrapy/VERSION:1:1',
  ],
  setuptools: ['declared pyproject.toml:13:12'],
  six: ['declared six.py:32:16'],
  sphinx: ['declared sphinx/__init__.py:14:23', 'dunder sphinx/__init__.py:25:23'],
  sqlalchemy: [
    'conf-py doc/build/conf.py:249:12',
    'conf-py doc/build/conf.py:251:12',
    'declared lib/sqlalchemy/__init__.py:288:16',
  ],
  structlog: [],
  tomlkit: ['declared pyproject.toml:3:12', 'dunder tomlkit/__init__.py:30:16'],
  trio: ['declared src/trio/_version.py:3:16'],
  twisted: ['declared src/twisted/_version.py:10:15'],
};

const shown = ({ kind, place }: Slot): string => `${kind} ${formatPlace(place)}`;

describe('the slots of real projects', () => {
  it.each(Object.keys(TRUE_SLOTS))('%s: finds all, and no others', (name) => {
    const { slots, current } = entry(name);
    const own = slots.filter(
      (slot) => slot.policy !== 'past' && judgeSlot(slot, { current }) === 'agrees',
    );
    expect(own.map(shown)).toEqual(TRUE_SLOTS[name]);
  });

  it('says nothing surely wrong of a released project, but what is', () => {
    const wrong = [...corpus].flatMap(([name, { slots, current }]) =>
      slots
        .filter((slot) => slot.sure && judgeSlot(slot, { current }) !== 'agrees')
        .map((slot) => `${name} ${judgeSlot(slot, { current })} ${shown(slot)} ${slot.written}`),
    );
    // The first three show hooks of releases long past, the last a placeholder that its tool should have replaced.
    expect(wrong).toEqual([
      'isort behind pre-commit-rev docs/configuration/black_compatibility.md:58:10 6.0.1',
      'isort behind pre-commit-rev docs/configuration/pre-commit.md:12:10 6.1.0',
      'isort behind pre-commit-rev docs/configuration/pre-commit.md:23:10 6.1.0',
      'pip-tools behind pre-commit-rev README.md:405:10 7.4.1',
      'pip-tools behind pre-commit-rev README.md:416:10 7.4.1',
      'pip-tools behind pre-commit-rev README.md:429:10 7.4.1',
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
