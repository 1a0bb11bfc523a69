import { applyEdits, formatPlace, lineIndex } from '@pymaint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVersion, type Version } from '../pep440.ts';
import { readProject } from '../project/read.ts';
import { sourceTree } from '../source-tree.ts';
import { BUMP_FILES } from './configured-places.ts';
import { findSlots, slotPaths } from './index.ts';
import { judgeSlot } from './judge.ts';
import { slotEdit, slotHolds, spellVersion } from './spell.ts';
import type { Slot, Spelling } from './types.ts';

const PYPROJECT = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "My_Pkg"
version = "1.4.0"
urls.Source = "https://github.com/Owner/my-pkg"
`;

const version = (text: string): Version => {
  const read = parseVersion(text);
  if (read === undefined) throw new Error(`${text} is no version`);
  return read;
};

const slotsOf = (files: { readonly [path: string]: string }): readonly Slot[] => {
  const tree = sourceTree({ 'pyproject.toml': PYPROJECT, ...files });
  const project = readProject(tree);
  return project === undefined
    ? []
    : findSlots(tree, project).filter(({ kind }) => kind !== 'declared');
};

const shown = ({ kind, place, written, policy, sure }: Slot): string =>
  `${kind} ${formatPlace(place)} ${written} ${policy}${sure ? '' : '?'}`;

describe('where a version is found', () => {
  it.each<[string, string, string[]]>([
    [
      'CITATION.cff',
      'cff-version: 1.2.0\nversion: "v1.3"  # x\nreferences:\n  - version: 9\n',
      ['citation CITATION.cff:2:11 v1.3 released'],
    ],
    ['CITATION.cff', 'cff-version: 1.2.0\ntitle: x\n', []],
    [
      'codemeta.json',
      '{"a": {"version": "9"}, "version": "1.3", "softwareVersion": "1.4"}',
      ['json codemeta.json:1:37 1.3 released', 'json codemeta.json:1:63 1.4 released'],
    ],
    [
      '.zenodo.json',
      '{"keywords": ["version", "x"], "version": "1.3"}',
      ['json .zenodo.json:1:44 1.3 released'],
    ],
    ['package.json', '{"name": "docs-tools", "version": "1.0.0"}', []],
    [
      'package.json',
      '{"name": "@owner/my-pkg", "version": "1.4.0"}',
      ['json package.json:1:39 1.4.0 released'],
    ],
    [
      'conda/meta.yaml',
      '{% set name = "my-pkg" %}\n{% set version = "1.3" %}\n',
      ['conda conda/meta.yaml:2:19 1.3 released'],
    ],
    [
      'recipe/recipe.yaml',
      'context:\n  name: my-pkg\n  version: "1.3"\n',
      ['conda recipe/recipe.yaml:3:13 1.3 released'],
    ],
    ['README.md', '    pip install my-pkg==1.3\n', ['install-pin README.md:1:25 1.3 released']],
    [
      'README.md',
      'pip install "my.pkg[x]==1.3" or uv add my_pkg==1.2\n',
      ['install-pin README.md:1:25 1.3 released?', 'install-pin README.md:1:48 1.2 released?'],
    ],
    [
      'README.md',
      'pip install other-my-pkg==1.3, my-pkg-extra==1.0, my-pkg>=1.2, my-pkg==X.Y, my-pkg==1.*\n',
      [],
    ],
    ['CHANGES.md', 'pip install my-pkg==1.3\n', ['install-pin CHANGES.md:1:21 1.3 past?']],
    [
      'docs/use.md',
      '- repo: https://github.com/owner/my-pkg\n  rev: v1.3.0  # x\n- repo: https://github.com/other/x\n  rev: 3.0.0\n',
      ['pre-commit-rev docs/use.md:2:8 v1.3.0 released'],
    ],
    [
      'README.md',
      '![v](https://img.shields.io/badge/version-1.3.0-blue)\n',
      ['badge README.md:1:43 1.3.0 released?'],
    ],
    [
      'README.md',
      'uses: owner/my-pkg@v1\nuses: owner/my-pkg/sub@v1.3.0\nuses: actions/checkout@v7\n',
      ['uses README.md:1:20 v1 released?', 'uses README.md:2:24 v1.3.0 released?'],
    ],
    [
      'README.md',
      'https://github.com/owner/my-pkg/archive/refs/tags/v1.3.0.tar.gz\n',
      ['repository-link README.md:1:51 v1.3.0 released?'],
    ],
    [
      'README.md',
      'docker run ghcr.io/owner/my-pkg:1.3.0\n',
      ['container README.md:1:33 1.3.0 released?'],
    ],
    [
      'uv.lock',
      'version = 1\n\n[[package]]\nname = "other"\nversion = "1.0"\n\n[[package]]\nname = "my-pkg"\nversion = "1.3.0"\nsource = { editable = "." }\n\n[[package]]\nname = "z"\nversion = "2"\n',
      ['lock uv.lock:9:12 1.3.0 current'],
    ],
    [
      'uv.lock',
      '[[package]]\nname = "my-pkg"\nversion = "1.3.0"\nsource = { registry = "x" }\n',
      [],
    ],
    [
      'tbump.toml',
      '[version]\ncurrent = "1.3.0"\n',
      ['bump-configuration tbump.toml:2:12 1.3.0 current?'],
    ],
    [
      'docs/conf.py',
      'project = "my-pkg"\nversion = "1.4"\nrelease = "1.3.0"\n',
      ['conf-py docs/conf.py:2:12 1.4 released', 'conf-py docs/conf.py:3:12 1.3.0 released'],
    ],
    ['docs/conf.py', 'project = "other"\nrelease = "9.3.0"\n', []],
    [
      'docs/conf.py',
      'from importlib.metadata import version\nrelease = version("my-pkg")\nversion = ""\n',
      [],
    ],
    [
      'my_pkg/__init__.py',
      '__version__ = "1.3"\nversion_info = (1, 4, 0)\n',
      [
        'dunder my_pkg/__init__.py:1:16 1.3 current',
        'dunder my_pkg/__init__.py:2:16 (1, 4, 0) current',
      ],
    ],
    [
      'my_pkg/__init__.py',
      'version_info: VersionInfo = VersionInfo(1, 3, 0, "final", 1)\n',
      ['dunder my_pkg/__init__.py:1:41 1, 3, 0, "final", 1 current'],
    ],
    [
      'my_pkg/__init__.py',
      '__version_info__ = VersionInfo(\n    major=1,\n    minor=3,  # of 2\n    micro=0, releaselevel="beta", serial=2, release=True)\n',
      [
        'dunder my_pkg/__init__.py:2:11 1,\n    minor=3,  # of 2\n    micro=0, releaselevel="beta", serial=2 current',
      ],
    ],
    ['my_pkg/__init__.py', 'version_info = VersionInfo(minor=3, major=1)\n', []],
    ['my_pkg/__init__.py', 'version_info = VersionInfo(1, 3, 0, "beta", 0, False)\n', []],
    ['my_pkg/__init__.py', 'version_info = VersionInfo(1, 3, release=False)\n', []],
    ['my_pkg/__init__.py', 'version_info = VersionInfo(3)\n', []],
    ['my_pkg/__init__.py', 'MINOR = 3\nversion_info = VersionInfo(1, MINOR)\n', []],
    ['my_pkg/__init__.py', 'version_info = VersionInfo.of("1.3")\n', []],
    ['my_pkg/__init__.py', 'api = VersionInfo(1, 3)\n', []],
    ['my_pkg/_vendor/x/__init__.py', '__version__ = "9"\n', []],
    ['my_pkg/inner.py', '__version__ = 2\n', []],
    ['my_pkg/_version.py', '# file generated by setuptools-scm\n__version__ = "0.1"\n', []],
    [
      'my_pkg/__init__.py',
      '#: The number.\n#: .. versionadded:: 0.9\nNUMBER = 1\n',
      ['version-directive my_pkg/__init__.py:2:22 0.9 past?'],
    ],
    [
      'docs/a.md',
      '```{versionadded} 1.2\n:::{deprecated} my-pkg 1.3.x\n',
      ['version-directive docs/a.md:1:19 1.2 past?'],
    ],
    [
      'docs/a.rst',
      '.. versionchanged:: 1.3: text\n.. deprecated:: next\n.. versionadded:: Kombu 4.2\n.. deprecated:: The old way\n',
      [
        'version-directive docs/a.rst:1:21 1.3 past?',
        'version-directive docs/a.rst:2:17 next past',
      ],
    ],
  ])('%s: %j', (path, text, expected) => {
    const files = path.startsWith('my_pkg/')
      ? { 'my_pkg/__init__.py': '', [path]: text }
      : { [path]: text };
    expect(slotsOf(files).map(shown)).toEqual(expected);
  });
});

describe('what is read', () => {
  const files = {
    'pyproject.toml': PYPROJECT,
    'README.md': 'pip install my-pkg==1.3\n',
    'src/my_pkg/__init__.py': '__version__ = "1.4.0"\n',
    'src/my_pkg/data.bin': 'x',
    'docs/conf.py': 'release = "1.4.0"\n',
    'tests/test_a.py': 'x = 1\n',
    'packages/other/pyproject.toml': '[project]\nname = "other"\n',
    'packages/other/README.md': 'pip install my-pkg==1.2\n',
  };

  it('is each file that a path makes interesting, once, and no other', () => {
    const asked: string[] = [];
    const tree = sourceTree(files);
    const project = readProject(tree);
    const watched = {
      ...tree,
      read(path: string) {
        asked.push(path);
        return tree.read(path);
      },
    };
    if (project === undefined) throw new Error('there is no project');
    findSlots(watched, project);
    const wanted = ['pyproject.toml', 'README.md', 'src/my_pkg/__init__.py', 'docs/conf.py'];
    // The configuration of bumping tools is looked at first.
    expect(asked).toEqual([...BUMP_FILES, ...wanted]);
    expect(slotPaths(tree, project)).toEqual(wanted);
  });

  it('leaves the places of another project below this one to that one', () => {
    expect(slotsOf(files).map(({ place }) => place.path)).toEqual([
      'README.md',
      'docs/conf.py',
      'src/my_pkg/__init__.py',
    ]);
  });
});

const slot = (
  written: string,
  policy: Slot['policy'],
  spelling: Spelling = { type: 'text', prefix: '' },
): Slot => ({
  kind: 'x',
  place: { path: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 + written.length },
  written,
  version: parseVersion(written)?.canonical,
  spelling,
  policy,
  sure: true,
  what: 'x',
});

describe('judgeSlot', () => {
  it.each<[string, Slot['policy'], string]>([
    ['1.4.0', 'current', 'agrees'],
    ['1.4', 'current', 'agrees'],
    ['v1.4.0', 'released', 'agrees'],
    ['1.3.0', 'current', 'behind'],
    ['1.3.0', 'released', 'agrees'],
    ['1.2.0', 'released', 'behind'],
    ['1.5.0', 'released', 'ahead'],
    ['0.1', 'past', 'agrees'],
    ['1.4.0', 'past', 'agrees'],
    ['1.5', 'past', 'ahead'],
    ['next', 'past', 'unreleased'],
    ['1.x', 'current', 'not-a-version'],
  ])('%s, which should be %s: %s', (written, policy, verdict) => {
    expect(
      judgeSlot(slot(written, policy), { current: version('1.4.0'), released: version('1.3.0') }),
    ).toBe(verdict);
  });

  it('takes the coming final for past in its own pre-releases', () => {
    expect(judgeSlot(slot('1.4', 'past'), { current: version('1.4.0rc1') })).toBe('agrees');
  });

  it('takes numbers alone for a pre-release where they say no more', () => {
    const numbers = slot('(1, 4, 0)', 'current', { type: 'tuple', loose: true });
    const info = { ...numbers, version: '1.4.0' };
    expect(judgeSlot(info, { current: version('1.4rc1') })).toBe('agrees');
    expect(judgeSlot(info, { current: version('1.5.0rc1') })).toBe('behind');
    const strict = { ...info, spelling: { type: 'tuple' } as const };
    expect(judgeSlot(strict, { current: version('1.4.0rc1') })).toBe('ahead');
  });

  it('reads a series as one', () => {
    const series = slot('1.4', 'released', { type: 'series', prefix: '', parts: 2 });
    expect(judgeSlot(series, { current: version('1.4.7') })).toBe('agrees');
    expect(judgeSlot(series, { current: version('1.5.0') })).toBe('behind');
  });
});

describe('spellVersion', () => {
  it.each<[string, Spelling, string, string | undefined]>([
    ['1.5.0rc1', { type: 'text', prefix: 'v' }, 'v1.4.0', 'v1.5.0rc1'],
    ['1.5.0', { type: 'series', prefix: '', parts: 2 }, '1.4', '1.5'],
    ['1.5.0a1.dev2', { type: 'semver', prefix: '' }, '1.4.0', '1.5.0-alpha.1.dev.2'],
    ['1.5.0.post1', { type: 'semver', prefix: '' }, '1.4.0', undefined],
    ['1.5.0b2', { type: 'tuple' }, "(1, 4, 0, 'final', 0)", "(1, 5, 0, 'beta', 2)"],
    ['1.5', { type: 'tuple' }, '1, 4, 0', '1, 5, 0'],
    ['1.5.0b2', { type: 'tuple' }, '(1, 4, 0)', undefined],
    ['1.5.0b2', { type: 'tuple', loose: true }, '(1, 4, 0)', '(1, 5, 0)'],
    ['1.5', { type: 'tuple' }, "1, 4, 0, 'final', 1", "1, 5, 0, 'final', 1"],
    ['1.5', { type: 'tuple' }, "1, 4, 0, 'candidate', 1", "1, 5, 0, 'final', 0"],
    [
      '1.5.0rc2',
      { type: 'tuple' },
      "major=1,  # 'x' of 9\nminor=4, micro=0, level='final', serial=0",
      "major=1,  # 'x' of 9\nminor=5, micro=0, level='candidate', serial=2",
    ],
    ['1.5', { type: 'opaque' }, 'f()', undefined],
  ])('%s as %j over %s: %s', (text, spelling, written, expected) => {
    expect(spellVersion(version(text), spelling, written)).toBe(expected);
  });
});

describe('any version', () => {
  const numbers = fc
    .array(fc.nat({ max: 99 }), { minLength: 2, maxLength: 3 })
    .map((parts) => parts.join('.'));
  const tail = fc.constantFrom('', 'a1', 'b2', 'rc3', '.dev4');
  const spelling = fc.constantFrom<Spelling>(
    { type: 'text', prefix: 'v' },
    { type: 'semver', prefix: '' },
    { type: 'text', prefix: '' },
  );

  it('is read back from what was spelled', () => {
    fc.assert(
      fc.property(numbers, tail, spelling, (release, end, how) => {
        const wanted = version(release + end);
        const written = spellVersion(wanted, how, '') ?? '';
        expect(slotHolds(slot(written, 'current', how), wanted)).toBe(true);
      }),
    );
  });

  it('agrees once its edit is applied, and no character outside of the slot changes', () => {
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const text = `x\n    pip install my-pkg==${before}  # as it is\n`;
        const [found] = slotsOf({ 'README.md': text });
        const edit = found && slotEdit(found, version(after));
        const edited = applyEdits(text, edit === undefined ? [] : [edit]).text;
        const [now] = slotsOf({ 'README.md': edited });
        expect(now && judgeSlot(now, { current: version(after) })).toBe('agrees');
        const index = lineIndex('', text);
        const start = found === undefined ? 0 : index.offset(found.place.line, found.place.column);
        expect(edited.slice(0, start)).toBe(text.slice(0, start));
        expect(edited.endsWith('  # as it is\n')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
