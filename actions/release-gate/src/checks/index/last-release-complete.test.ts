import { describe, expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someIndex, someReleases } from '../../testing.ts';
import { lastReleaseComplete } from './last-release-complete.ts';

const wheels = (version: string, ...platforms: readonly string[]) =>
  Object.fromEntries(platforms.map((one) => [`attrsx-${version}-cp312-cp312-${one}.whl`, false]));
const all = ['manylinux_2_17_x86_64', 'macosx_11_0_arm64', 'win_amd64'];

const facts = (
  files: { readonly [filename: string]: string | boolean },
  ...tagged: readonly string[]
) => ({
  candidate: someCandidate('3.0'),
  index: someIndex(files),
  releases: someReleases(...tagged),
});

describe('index/last-release-complete', () => {
  it.each([
    [
      'the same kinds',
      {
        'attrsx-1.0.tar.gz': false,
        ...wheels('1.0', ...all),
        'attrsx-1.1.tar.gz': false,
        ...wheels('1.1', ...all),
      },
    ],
    [
      'other Pythons',
      { ...wheels('1.0', 'win_amd64'), 'attrsx-1.1-cp314-cp314-win_arm64.whl': false },
    ],
    ['pure Python from now on', { ...wheels('1.0', ...all), 'attrsx-1.1-py3-none-any.whl': false }],
    ['a first release', { 'attrsx-1.0.tar.gz': false }],
    ['a candidate after it', { ...wheels('1.0', ...all), 'attrsx-1.1rc1.tar.gz': false }],
    [
      'a yanked one after it',
      { 'attrsx-1.0.tar.gz': false, 'attrsx-1.1-py3-none-any.whl': 'broken' },
    ],
  ])('takes %s', (_, files) => {
    expect(outcomeOf(lastReleaseComplete, facts(files)).status).toBe('pass');
  });

  it.each([
    [
      'an sdist that is missing',
      {
        'attrsx-1.0.tar.gz': false,
        'attrsx-1.0-py3-none-any.whl': false,
        'attrsx-1.1-py3-none-any.whl': false,
      },
      'Unexpected release 1.1 without an sdist at https://index.test/simple, expected what 1.0 has',
    ],
    [
      'wheels that are missing',
      { ...wheels('1.0', ...all), ...wheels('1.1', 'macosx_11_0_arm64') },
      'Unexpected release 1.1 without a wheel for linux and windows at https://index.test/simple, expected what 1.0 has',
    ],
  ])('reports %s', (_, files, message) => {
    expect(findingsOf(lastReleaseComplete, facts(files))).toEqual([
      `warning pyproject.toml:1:1 ${message}`,
    ]);
  });

  it.each([
    ['reports', ['1.1', '1.0'], 1],
    ['takes, where it never publishes what it tags,', ['1.1', '0.9'], 0],
    ['takes, where the tag is a candidate,', ['1.1rc1', '1.0'], 0],
  ])('%s a tag that is not on the index: %s', (_, tagged, count) => {
    const found = findingsOf(lastReleaseComplete, facts({ 'attrsx-1.0.tar.gz': false }, ...tagged));
    expect(found).toHaveLength(count);
  });
});
