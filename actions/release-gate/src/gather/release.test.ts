import { gatherFacts, readOptions, type OptionLayer } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture, type GitFixture } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import type { ReleaseFacts } from '../facts.ts';
import { gatherRelease } from '../gather.ts';
import { OPTIONS } from '../options.ts';

const flags = (given: { readonly [name: string]: string }): OptionLayer => ({
  source: 'flag',
  get: (name) =>
    given[name] === undefined ? undefined : { written: given[name], where: `--${name}` },
});

async function factsOf(
  folder: string,
  wanted: readonly (keyof ReleaseFacts)[],
  given: { readonly [name: string]: string } = {},
  env: NodeJS.ProcessEnv = { PATH: process.env['PATH'] },
): Promise<Partial<ReleaseFacts>> {
  await using ports = await nodePorts({ folder, env });
  const options = readOptions(OPTIONS, [flags(given)]);
  const { facts, crashes } = await gatherFacts(gatherRelease(options, ports), wanted, {
    now: () => 0,
  });
  expect(crashes).toEqual([]);
  return facts;
}

const project = (version: string, name = 'attrsx') => ({
  'pyproject.toml': `[project]\nname = "${name}"\nversion = "${version}"\n`,
});

async function released(...versions: readonly string[]): Promise<GitFixture> {
  const fixture = await gitFixture();
  for (const version of versions) {
    await fixture.commit(`Release ${version}`, project(version));
    await fixture.tag(`v${version}`);
  }
  return fixture;
}

describe('the version to judge', () => {
  it('is the declared one before there is a tag, and what only a tag can answer is not applicable', async () => {
    await using repo = await released('1.2.3');
    await repo.commit('Go on', project('1.3.0'));
    const facts = await factsOf(repo.folder, ['candidate', 'tag', 'branching']);
    expect(facts.candidate).toMatchObject({
      value: { text: '1.3.0', from: 'declared', releasedAs: undefined },
      place: { path: 'pyproject.toml', line: 3, column: 12 },
    });
    expect(facts.tag).toEqual({
      known: false,
      why: 'there is no tag yet',
      because: 'not-applicable',
    });
    expect(facts.branching).toEqual(facts.tag);
  });

  it('is known to be out where the declared one was tagged before', async () => {
    await using repo = await released('1.2.3');
    await repo.commit('Go on', { 'README.md': 'x' });
    const { candidate } = await factsOf(repo.folder, ['candidate']);
    expect(candidate).toMatchObject({ value: { from: 'declared', releasedAs: 'v1.2.3' } });
  });

  it('is that of the tag at the commit', async () => {
    await using repo = await released('1.2.3', '1.3.0');
    const facts = await factsOf(repo.folder, ['candidate', 'tag', 'releases', 'branching']);
    expect(facts.candidate).toMatchObject({ value: { text: '1.3.0', from: 'tag' } });
    expect(facts.tag).toMatchObject({ value: { name: 'v1.3.0', format: 'v{version}' } });
    expect(facts.releases).toMatchObject({ value: [{ tag: 'v1.2.3' }] });
    expect(facts.branching).toMatchObject({ value: { defaultBranch: 'main', onDefault: true } });
  });

  it('is the one that was asked for, tag or none', async () => {
    await using repo = await released('1.2.3');
    const asked = await factsOf(repo.folder, ['candidate', 'tag'], { version: 'v1.4.0' });
    expect(asked.candidate).toMatchObject({ value: { text: '1.4.0', from: 'option' } });
    expect(asked.tag).toMatchObject({ known: false });
    const tagged = await factsOf(repo.folder, ['candidate', 'tag'], { tag: 'v1.5.0' });
    expect(tagged.candidate).toMatchObject({ value: { text: '1.5.0', from: 'tag' } });
    expect(tagged.tag).toMatchObject({ value: { commit: undefined } });
  });

  it('is that of the tag that started the workflow', async () => {
    await using repo = await released('1.2.3', '1.3.0');
    const { candidate } = await factsOf(
      repo.folder,
      ['candidate'],
      {},
      {
        PATH: process.env['PATH'],
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY: 'o/attrsx',
        GITHUB_REF: 'refs/tags/v1.3.0',
        GITHUB_REF_TYPE: 'tag',
        GITHUB_REF_NAME: 'v1.3.0',
        GITHUB_SHA: await repo.git('rev-parse', 'HEAD'),
        GITHUB_WORKSPACE: repo.folder,
      },
    );
    expect(candidate).toMatchObject({ value: { text: '1.3.0', from: 'tag' } });
  });
});

describe('a folder of a larger repository', () => {
  it('has the tags that bear its name, and no others', async () => {
    await using repo = await gitFixture({
      'lib/pyproject.toml': project('2.0.0', 'lib-x')['pyproject.toml'],
    });
    await repo.tag('lib_x-1.9.0');
    await repo.commit('Go on', { 'README.md': 'x' });
    await repo.tag('v7.0.0');
    const facts = await factsOf(`${repo.folder}/lib`, ['tag', 'releases', 'changes']);
    expect(facts.tag).toMatchObject({ known: false, because: 'not-applicable' });
    expect(facts.releases).toMatchObject({ value: [{ tag: 'lib_x-1.9.0' }] });
  });
});

describe('the branches of a tagged commit', () => {
  it('are told where it is not on the default branch', async () => {
    await using repo = await released('1.2.3');
    await repo.branch('1.2.x');
    await repo.commit('Fix', project('1.2.4'));
    await repo.tag('v1.2.4');
    const { branching } = await factsOf(repo.folder, ['branching']);
    expect(branching).toMatchObject({ value: { onDefault: false, alsoOn: ['1.2.x'] } });
  });

  it('are in doubt in a clone that is cut off', async () => {
    await using repo = await released('1.2.3', '1.3.0');
    await repo.commit('Go on', project('1.4.0'));
    await using clone = await repo.clone({ depth: 1 });
    const facts = await factsOf(clone.folder, ['history', 'releases', 'branching'], {
      tag: 'v1.4.0',
    });
    expect(facts.history).toMatchObject({ value: { shallow: true } });
  });
});

it('tells what differs from the commit, and leaves its own reports out', async () => {
  await using repo = await released('1.2.3');
  await repo.write({ ...project('1.2.4'), 'new.py': '', '.pymaint/report.json': '{}' });
  const { changes } = await factsOf(repo.folder, ['changes']);
  expect(changes).toMatchObject({
    value: [
      { path: 'pyproject.toml', kind: 'modified' },
      { path: 'new.py', kind: 'untracked' },
    ],
  });
});
