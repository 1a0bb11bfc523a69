import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gitFixture } from './git-fixture.ts';

describe('gitFixture', () => {
  it('gives the same commits on each run', async () => {
    await using one = await gitFixture({ 'a.txt': 'a\n' });
    await using two = await gitFixture({ 'a.txt': 'a\n' });
    expect(await one.git('rev-parse', 'HEAD')).toBe(await two.git('rev-parse', 'HEAD'));
    expect(await one.git('log', '--format=%an %ae %aI')).toBe(
      'Ada Example ada@example.org 2026-01-02T03:05:05+00:00',
    );
  });

  it('dates each step a minute later', async () => {
    await using repository = await gitFixture({ a: '' });
    await repository.commit('Go on');
    await repository.tag('v1', 'One');
    expect(await repository.git('tag', '--format=%(creatordate:iso-strict)')).toBe(
      '2026-01-02T03:07:05+00:00',
    );
  });

  it('clones with a depth', async () => {
    await using repository = await gitFixture({ a: '1' });
    await repository.commit('Second', { a: '2' });
    await using clone = await repository.clone({ depth: 1 });
    expect(await clone.git('rev-parse', '--is-shallow-repository')).toBe('true');
    expect(await clone.git('rev-list', '--count', 'HEAD')).toBe('1');
  });

  it('removes its folder when it goes out of use', async () => {
    let folder = '';
    {
      await using repository = await gitFixture({ a: '' });
      folder = repository.folder;
      expect(existsSync(folder)).toBe(true);
    }
    expect(existsSync(folder)).toBe(false);
  });
});
