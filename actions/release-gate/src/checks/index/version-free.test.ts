import { describe, expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someIndex } from '../../testing.ts';
import { versionFree } from './version-free.ts';

const index = someIndex(
  { 'attrsx-1.0.tar.gz': false, 'attrsx-1.1.tar.gz': 'broken', 'attrsx-1.1-py3-none-any.whl': '' },
  ['1.2'],
);

describe('index/version-free', () => {
  it.each(['1.3', '1.0.1', '1.0.post1', '1.1rc1'])('takes %s', (version) => {
    const outcome = outcomeOf(versionFree, { candidate: someCandidate(version), index });
    expect(outcome).toEqual({ status: 'pass', found: `${version} is free` });
  });

  it.each([
    ['1.0', 'it has `attrsx-1.0.tar.gz`'],
    ['v1.0.0', 'it has `attrsx-1.0.tar.gz`'],
    ['1.1', 'it has `attrsx-1.1.tar.gz` (yanked) and 1 more'],
  ])('reports %s, which was used', (version, what) => {
    expect(findingsOf(versionFree, { candidate: someCandidate(version), index })).toEqual([
      `error pyproject.toml:1:1 Unexpected version \`${version}\`, expected one that https://index.test/simple does not have: ${what}`,
    ]);
  });

  it('warns of one that is listed without files: it may never have had any', () => {
    expect(findingsOf(versionFree, { candidate: someCandidate('1.2'), index })).toEqual([
      'warning pyproject.toml:1:1 Unexpected version `1.2`, expected one that https://index.test/simple does not have: it is listed there without files, as what was removed is',
    ]);
  });

  it('warns where nobody said that the declared version is to be released', () => {
    const candidate = someCandidate('1.0', { from: 'declared' });
    expect(findingsOf(versionFree, { candidate, index })[0]).toMatch(/^warning /);
  });

  it('says nothing between two releases', () => {
    const candidate = someCandidate('1.0', { from: 'declared', releasedAs: 'v1.0' });
    expect(outcomeOf(versionFree, { candidate, index })).toMatchObject({
      status: 'skip',
      because: 'not-applicable',
    });
  });

  it('takes any version of a project that is not there', () => {
    const outcome = outcomeOf(versionFree, { candidate: someCandidate('1.0'), index: someIndex() });
    expect(outcome).toEqual({ status: 'pass', found: 'not on the index yet' });
  });
});
