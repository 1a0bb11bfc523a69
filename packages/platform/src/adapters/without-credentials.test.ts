import { expect, it } from 'vitest';
import { withoutCredentials } from './without-credentials.ts';

it.each([
  ['https://github.com/o/r.git', 'https://github.com/o/r.git'],
  ['https://token@github.com/o/r', 'https://github.com/o/r'],
  ['https://user:pass@github.com:8443/o/r?x=@y', 'https://github.com:8443/o/r?x=@y'],
  ['HTTPS://user:p@ss@host/o', 'HTTPS://host/o'],
  ['https://host/path@1.0/x', 'https://host/path@1.0/x'],
  ['https://token@host', 'https://host'],
  ['ssh://git@host:22/o/r', 'ssh://git@host:22/o/r'],
  ['git+ssh://git:secret@host/o/r', 'git+ssh://git@host/o/r'],
  ['git@github.com:o/r.git', 'git@github.com:o/r.git'],
  ['../other', '../other'],
  ['', ''],
])('%s → %s', (url, expected) => {
  expect(withoutCredentials(url)).toBe(expected);
});
