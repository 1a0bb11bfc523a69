import { readFile } from 'node:fs/promises';
import { nodePorts, type RunnerEvent } from '@pymaint/platform';
import { gitFixture, type GitFixture } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks/index.ts';
import type { Options } from './options.ts';
import { verify } from './testing.ts';

const FILES = {
  'pyproject.toml':
    '[project]\nname = "attrsx"\nversion = "1.1.0"\n[project.urls]\nSource = "https://github.com/o/attrsx"\n',
  'CHANGELOG.md':
    '# Changelog\n\n## Unreleased\n\n- X\n\n## 1.0.0 - 2026-01-01\n\n- See [it].\n\n[it]: https://example.org\n',
  'src/attrsx.py': '',
};

/** The event of a pull request from `base` to `head`. */
const pullRequest = (base: string, head: string, more: object = {}): RunnerEvent => ({
  name: 'pull_request',
  repository: 'o/attrsx',
  ref: 'refs/pull/12/merge',
  refType: 'branch',
  refName: '12/merge',
  sha: head,
  baseRef: 'main',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  payload: {
    pull_request: {
      number: 12,
      title: 'Make it faster',
      user: { login: 'ada', type: 'User' },
      labels: [],
      base: { sha: base },
      head: { sha: head },
      ...more,
    },
  },
});

async function run(
  repository: GitFixture,
  event: RunnerEvent | undefined,
  options: Partial<Options> = {},
) {
  await using ports = await nodePorts({
    folder: repository.folder,
    reports: `${repository.folder}/../reports-of-${repository.folder.split('/').at(-1)}`,
  });
  return await verify(CHECKS, { ...ports, event }, options);
}

/** A topic branch that is merged into main as a runner checks it out, after main has gone on. */
async function merged(repository: GitFixture, files: { readonly [path: string]: string }) {
  const base = await repository.git('rev-parse', 'HEAD');
  await repository.branch('topic');
  const head = await repository.commit('Work', files);
  await repository.git('checkout', '-q', 'main');
  await repository.commit('Meanwhile', {
    'src/other.py': '',
    'CHANGELOG.md': FILES['CHANGELOG.md'].replace('- X', '- X\n- Theirs'),
  });
  await repository.git('merge', '-q', '--no-ff', '-m', 'Merge', 'topic');
  return pullRequest(base, head);
}

describe('a pull request', () => {
  it('lacks an entry though others have added theirs meanwhile', async () => {
    await using repository = await gitFixture(FILES);
    const event = await merged(repository, { 'src/attrsx.py': 'x = 1\n' });
    const { findings } = await run(repository, event);
    expect(findings).toEqual([
      'changelog/entry-added error CHANGELOG.md:6:9 Unexpected pull request without an entry in the changelog, expected one in its unreleased part',
    ]);
  });

  it('has one, and is compared with its base alone', async () => {
    await using repository = await gitFixture(FILES);
    const event = await merged(repository, {
      'src/attrsx.py': 'x = 1\n',
      'CHANGELOG.md': FILES['CHANGELOG.md']
        .replace('# Changelog', '# Changes')
        .replace('\n## 1.0.0', '\n- Mine\n\n## 1.0.0'),
    });
    const { findings, facts } = await run(repository, event);
    expect(findings).toEqual([]);
    const base = await repository.git('rev-parse', 'HEAD^1');
    expect(facts.change).toMatchObject({ value: { number: 12, author: 'ada', base } });
  });

  it('cannot be judged where the clone has no history', async () => {
    await using repository = await gitFixture(FILES);
    const base = await repository.git('rev-parse', 'HEAD');
    const head = await repository.commit('Work', { 'src/attrsx.py': 'x = 1\n' });
    await using copy = await repository.clone({ depth: 1 });
    const { facts } = await run(copy, pullRequest(base, head));
    expect(facts.change).toMatchObject({ known: false, because: 'not-known' });
  });
});

describe('other events', () => {
  it('are fine: nothing is asked of a push', async () => {
    await using repository = await gitFixture(FILES);
    const { findings, judged } = await run(repository, undefined);
    expect(findings).toEqual([]);
    const entry = judged.find(({ check }) => check.id === 'changelog/entry-added');
    expect(entry?.outcome).toMatchObject({ status: 'skip', because: 'not-applicable' });
  });

  it('compare a branch with a base that is named', async () => {
    await using repository = await gitFixture(FILES);
    await repository.branch('topic');
    await repository.commit('Work', { 'src/attrsx.py': 'x = 1\n' });
    const { findings } = await run(repository, undefined, { base: 'main' });
    expect(findings).toHaveLength(1);
  });
});

describe('the outputs', () => {
  it('give the notes of a release, and keep them in a file on a runner', async () => {
    await using repository = await gitFixture(FILES);
    const event = {
      ...pullRequest('', ''),
      refType: 'tag' as const,
      refName: 'v1.0.0',
      payload: {},
    };
    const { facts } = await run(repository, event);
    expect(facts.release).toMatchObject({ value: { version: { canonical: '1.0.0' } } });
    const notes = facts.notes?.known === true ? facts.notes.value : undefined;
    expect(notes?.text).toBe('- See [it](https://example.org).');
    expect(await readFile(notes?.path ?? '', 'utf8')).toBe('- See [it](https://example.org).\n');
  });
});

describe('fragments', () => {
  const TOWNCRIER = '[tool.towncrier]\ndirectory = "changes"\nfilename = "CHANGELOG.md"\n';
  const settings: readonly (readonly [
    string,
    { readonly [path: string]: string },
    Partial<Options>,
  ])[] = [
    ['towncrier in pyproject.toml', { 'pyproject.toml': FILES['pyproject.toml'] + TOWNCRIER }, {}],
    ['towncrier.toml', { 'towncrier.toml': TOWNCRIER }, {}],
    [
      'scriv in setup.cfg',
      { 'setup.cfg': '[tool:scriv]\nfragment_directory = changes\nformat = md\n' },
      {},
    ],
    [
      'a scheme that is described',
      {},
      { fragments: 'changes/{issue}.{type}.md', 'fragment-types': ['fix'] },
    ],
  ];

  it.each(settings)('are read by %s', async (_, files, options) => {
    await using repository = await gitFixture({
      ...FILES,
      ...files,
      'changes/12.oops.txt': 'Words.',
    });
    const { facts, findings } = await run(repository, undefined, options);
    expect(facts.fragments?.known === true && facts.fragments.value).toHaveLength(1);
    expect(findings.map((it) => it.split(' ').slice(0, 3).join(' '))).toEqual([
      'fragments/named error changes/12.oops.txt:1:1',
    ]);
  });
});
