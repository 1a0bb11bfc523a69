/** Projects that are broken or hostile as they lie there: nothing of them is run. */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expected, outcomeOf, type Case } from './run-gate.ts';

const GOOD = '[project]\nname = "odd"\nversion = "1.0"\n';
const OPTIONS = '[tool.pymaint.release-gate]\n';
const named = (name: string) => ({
  'pyproject.toml': `[project]\nname = ${name}\nversion = "1.0"\n`,
});

const CASES: readonly Case[] = [
  {
    name: 'no project at all',
    files: { 'a.txt': '' },
    code: 1,
    words: [
      'error project/readable pyproject.toml:1:1',
      'expected a Python project',
      'pymaint release-gate DIR',
    ],
  },
  {
    name: 'two projects in folders, and none at the top',
    files: { 'one/pyproject.toml': GOOD, 'libs/two/setup.py': '' },
    code: 1,
    words: ['error project/readable pyproject.toml:1:1', 'projects are in `libs/two` and `one`'],
  },
  {
    name: 'a binary pyproject.toml',
    files: { 'pyproject.toml': new Uint8Array([0xff, 0xfe, 0, 1, 2]) },
    code: 2,
    words: [
      'pyproject.toml:1:1: Unexpected bytes that are not UTF-8 text',
      'save the file as UTF-8',
    ],
  },
  {
    name: 'NUL characters in pyproject.toml',
    files: { 'pyproject.toml': `${GOOD}\0\0` },
    code: 2,
    words: ['pyproject.toml:1:1: Unexpected bytes that are not UTF-8 text'],
  },
  {
    name: 'pyproject.toml in UTF-16',
    files: { 'pyproject.toml': Buffer.from(`\ufeff${GOOD}`, 'utf16le') },
    code: 2,
    words: ['pyproject.toml:1:1: Unexpected bytes that are not UTF-8 text'],
  },
  {
    name: 'a symbolic link out of the workspace',
    files: { 'a.txt': '' },
    prepare: (folder) => symlinkSync('/etc/hostname', `${folder}/pyproject.toml`),
    code: 2,
    words: [
      'Unexpected path `pyproject.toml`, expected one below `FOLDER`: a symbolic link leads to `/etc/hostname`',
    ],
  },
  {
    name: 'a symbolic link to itself',
    files: { 'pyproject.toml': GOOD },
    prepare: (folder) => symlinkSync('CHANGELOG.md', `${folder}/CHANGELOG.md`),
    code: 0,
    words: ['notice git/tree-clean CHANGELOG.md:1:1'],
  },
  {
    name: 'a tag that is no version',
    files: { 'pyproject.toml': GOOD },
    flags: ['--tag', 'nightly'],
    code: 1,
    words: ['error version/tag-agrees', 'Unexpected tag `nightly` that holds no version'],
  },
  {
    name: 'a tag that git would take for an option',
    files: { 'pyproject.toml': GOOD },
    flags: ['--tag=--upload-pack=x'],
    code: 1,
    words: ['Unexpected tag `--upload-pack=x` that holds no version'],
  },
  {
    name: 'a version that is none',
    files: { 'pyproject.toml': GOOD },
    flags: ['--version', 'banana'],
    code: 1,
    words: [
      'error version/valid pyproject.toml:3:12',
      'Unexpected version `banana` that was asked for',
    ],
  },
  {
    name: 'pyproject.toml of 5 MB',
    files: { 'pyproject.toml': `${GOOD}${'# nothing but words\n'.repeat(250_000)}` },
    code: 0,
    words: ['odd 1.0', 'Ready.'],
  },
  {
    name: 'a text of 5 MB in pyproject.toml',
    files: { 'pyproject.toml': `${GOOD}description = "${'x'.repeat(5_000_000)}"\n` },
    code: 1,
    words: [
      'error project/readable pyproject.toml:1:1',
      'Unexpected text of more than 100,000 characters',
      'Move the text to a file of its own.',
    ],
  },
  {
    name: 'arrays in arrays in arrays',
    files: { 'pyproject.toml': `${GOOD}keywords = ${'['.repeat(20_000)}\n` },
    code: 1,
    words: [
      'error project/readable pyproject.toml:5:1',
      'Unexpected end of the file, expected TOML',
    ],
  },
  {
    name: 'TOML that ends in a text',
    files: { 'pyproject.toml': '[project]\nname = "odd' },
    code: 1,
    words: [
      'error project/readable pyproject.toml:2:12',
      'Unexpected end of the file, expected TOML: unterminated string',
    ],
  },
  {
    name: 'dependency groups in a circle',
    files: {
      'pyproject.toml': `${GOOD}[dependency-groups]\na = [{include-group = "b"}]\nb = [{include-group = "a"}]\n`,
    },
    code: 1,
    words: [
      'error dependencies/groups-resolve pyproject.toml:6:6',
      'Unexpected circle of dependency groups `a` → `b` → `a`',
    ],
  },
  {
    name: 'a name with a line feed and a command in it',
    files: named(String.raw`"od\n::error::d"`),
    code: 1,
    words: [
      'error project/readable pyproject.toml:2:8',
      String.raw`Unexpected name`,
      'expected ASCII letters',
    ],
  },
  {
    name: 'a name of ten thousand characters',
    files: named(`"${'a b'.repeat(4000)}"`),
    code: 1,
    words: [
      'error project/readable pyproject.toml:2:9',
      '(12,000 characters)',
      'expected ASCII letters',
    ],
  },
  {
    name: 'a version of ten thousand characters',
    files: { 'pyproject.toml': `[project]\nname = "odd"\nversion = "1.${'0'.repeat(10_000)}"\n` },
    code: 1,
    words: ['pyproject.toml:3:12', '(10,002 characters)'],
  },
  {
    name: 'a repository without HEAD',
    files: { 'pyproject.toml': GOOD },
    prepare: (folder) => rmSync(`${folder}/.git/HEAD`),
    code: 1,
    words: ['`FOLDER/.git` is there, and git takes it for no repository'],
  },
  {
    name: 'a repository that lies nowhere',
    files: { 'pyproject.toml': GOOD },
    prepare(folder) {
      rmSync(`${folder}/.git`, { recursive: true });
      writeFileSync(`${folder}/.git`, 'gitdir: /nowhere/else\n');
    },
    code: 1,
    words: ['`FOLDER/.git` is there, and git takes it for no repository'],
  },
  {
    name: 'a baseline above the repository',
    files: { 'pyproject.toml': `${GOOD}${OPTIONS}baseline = "../../x"\n` },
    code: 2,
    words: [
      'pyproject.toml:5:12: Unexpected path `../../x`, expected one below `FOLDER`: it leads out',
    ],
  },
  {
    name: 'a baseline that is not there',
    files: { 'pyproject.toml': `${GOOD}${OPTIONS}baseline = "x.json"\n` },
    code: 2,
    words: ['x.json:1:1: Unexpected missing baseline, expected one made by `--write-baseline`'],
  },
  {
    name: 'an option that there is not',
    files: { 'pyproject.toml': `${GOOD}${OPTIONS}tets = "off"\n` },
    code: 2,
    words: ['pyproject.toml:5:1: Unexpected key `tets`', 'did you mean `tests`?'],
  },
  {
    name: 'a command with an open quote',
    files: { 'pyproject.toml': `${GOOD}${OPTIONS}tests = "pytest '"\n` },
    code: 2,
    words: ["pyproject.toml:5:9: Unexpected string `pytest '` for `tests`, expected one command"],
  },
  {
    name: 'a file where reports go',
    files: { 'pyproject.toml': GOOD, '.pymaint': 'x' },
    code: 2,
    words: [
      'The folder `FOLDER/.pymaint` cannot be made (EEXIST): a file stands in its place: move it away',
    ],
  },
  {
    name: 'a link out of the project where reports go',
    files: { 'pyproject.toml': GOOD },
    prepare: (folder) => symlinkSync('/tmp', `${folder}/.pymaint`),
    code: 2,
    words: ['`FOLDER/.pymaint` is a symbolic link'],
  },
  {
    name: 'file names with line feeds, commands and bytes that are no text',
    files: { 'pyproject.toml': GOOD, 'a\n::error::b.txt': '', 'c\u001b[31m.txt': '' },
    prepare: (folder) =>
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff, 0xfe])]),
        '',
      ),
    code: 0,
    words: ['notice git/tree-clean'],
  },
  {
    name: 'a changelog that is one line of 5 MB',
    files: { 'pyproject.toml': GOOD, 'CHANGELOG.md': `# ${'x ( '.repeat(1_250_000)}` },
    code: 0,
    words: ['Ready'],
  },
  {
    name: 'a workflow that is no YAML, and one that is a bomb of aliases',
    files: {
      'pyproject.toml': GOOD,
      '.github/workflows/a.yml': 'jobs: [\n',
      '.github/workflows/b.yml': `a: &a [x]\n${Array.from({ length: 40 }, (_, n) => `k${n}: &k${n} [*a, *a, *a, *a]\n`).join('')}jobs: *k39\n`,
    },
    code: 0,
    words: ['Ready.'],
  },
];

it.each(CASES)('$name', async (one) => {
  const flags = ['--skip', 'artifact,tests,docs,metadata', ...(one.flags ?? [])];
  expect(await outcomeOf({ ...one, flags })).toEqual(expected(one));
});
