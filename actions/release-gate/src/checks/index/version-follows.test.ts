import { describe, expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someIndex } from '../../testing.ts';
import { versionFollows } from './version-follows.ts';

const index = someIndex({
  'attrsx-1.2.5.tar.gz': false,
  'attrsx-2.0.0.tar.gz': false,
  'attrsx-9.0.0.tar.gz': 'a mistake',
});

describe('index/version-follows', () => {
  it.each([
    ['2.0.1', 'follows 2.0.0'],
    ['1.2.6', 'follows 1.2.5, beside 2.0.0'],
  ])('takes %s', (version, found) => {
    const outcome = outcomeOf(versionFollows, { candidate: someCandidate(version), index });
    expect(outcome).toEqual({ status: 'pass', found });
  });

  it.each([
    ['1.2.4', 'error', '1.2.5'],
    ['2.0.0rc1', 'error', '2.0.0'],
    ['0.9', 'warning', '2.0.0'],
  ])('reports %s as a %s', (version, level, last) => {
    expect(findingsOf(versionFollows, { candidate: someCandidate(version), index })).toEqual([
      `${level} pyproject.toml:1:1 Unexpected version \`${version}\`, expected one greater than \`${last}\`, which is at https://index.test/simple`,
    ]);
  });

  it('takes the first version', () => {
    const facts = { candidate: someCandidate('0.1'), index: someIndex() };
    expect(outcomeOf(versionFollows, facts).status).toBe('pass');
  });
});
