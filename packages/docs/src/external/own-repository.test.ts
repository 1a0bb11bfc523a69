import { describe, expect, it } from 'vitest';
import { type OwnRepository, ownAnswer, repositoryAddress } from './own-repository.ts';

describe('repositoryAddress', () => {
  it.each([
    ['https://github.com/Org/Attrsx.git', 'github.com org/attrsx'],
    ['https://github.com/org/attrsx', 'github.com org/attrsx'],
    ['git@github.com:org/attrsx.git', 'github.com org/attrsx'],
    ['ssh://git@github.com/org/attrsx.git', 'github.com org/attrsx'],
    ['/srv/git/attrsx.git', undefined],
    ['https://github.com/org', undefined],
    ['C:\\repos\\attrsx', undefined],
  ])('%s: %s', (remote, expected) => {
    const found = repositoryAddress(remote);
    expect(found && `${found.host} ${found.name}`).toBe(expected);
  });
});

describe('ownAnswer', () => {
  const own: OwnRepository = {
    address: { host: 'github.com', name: 'org/attrsx' },
    tracked: new Set([
      'README.md',
      'src',
      'src/attrsx',
      'src/attrsx/__init__.py',
      'docs/an page.md',
    ]),
    tags: new Set(['v1.0.0', 'v1.1.0', 'pkg/v2']),
    defaultBranch: 'main',
    isPlanned: (tag) => tag === 'v1.2.0',
  };

  it.each([
    ['blob/main/README.md', 'there'],
    ['blob/HEAD/README.md#L3', 'there'],
    ['tree/main/src/attrsx', 'there'],
    ['tree/main', 'there'],
    ['raw/main/docs/an%20page.md', 'there'],
    ['-/blob/main/README.md', 'there'],
    // Another branch or a file that is gone: only the network knows.
    ['blob/main/gone.md', undefined],
    ['blob/feature/README.md', undefined],
    ['releases/tag/v1.0.0', 'there'],
    ['releases/tag/pkg/v2', 'there'],
    ['releases/tag/v0.9.0', undefined],
    ['releases/tag/v1.2.0', 'left-out'],
    ['compare/v1.0.0...v1.1.0', 'there'],
    ['compare/v1.1.0...HEAD', 'there'],
    ['compare/v1.1.0...v1.2.0', 'left-out'],
    ['compare/v1.1.0...v9', undefined],
    ['issues/12', 'left-out'],
    ['pull/12/files', 'left-out'],
    ['issues/new', undefined],
    ['actions/workflows/ci.yml', undefined],
    ['', undefined],
  ])('https://github.com/org/attrsx/%s: %s', (rest, kind) => {
    expect(ownAnswer(`https://github.com/Org/attrsx/${rest}`, own)?.kind).toBe(kind);
  });

  it.each([
    'https://github.com.evil.example/org/attrsx/issues/1',
    'https://github.com/org/other/issues/1',
  ])('says nothing of %s', (href) => {
    expect(ownAnswer(href, own)).toBeUndefined();
  });
});
