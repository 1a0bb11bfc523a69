import { expect, it } from 'vitest';
import { allUndocumented, documentedFiles, undocumented } from '../../scripts/shared/exports.ts';

it.each([
  ['export const a = 1;', ['a']],
  ['/** Says what. */\nexport const a = 1;', []],
  ['/**\n * Says what.\n */\nexport async function a() {}', []],
  ['/** Says what. */\n\nexport interface A {}', ['A']],
  [
    "/** All. */\nexport const KINDS = ['a'] as const;\nexport type Kind = (typeof KINDS)[number];",
    [],
  ],
  [
    "/** All. */\nexport const KINDS = [\n  'a',\n] as const;\nexport type Kind = (typeof KINDS)[number];",
    [],
  ],
  ['// Why.\nexport class A {}', ['A']],
  ["export * from './a.ts';\nconst b = 1;", []],
])('sees what lacks a doc comment in %j', (text, names) => {
  expect(undocumented(text)).toEqual(names);
});

it('documents every export of every package', () => {
  expect(documentedFiles().length).toBeGreaterThan(20);
  expect(allUndocumented()).toEqual([]);
});
