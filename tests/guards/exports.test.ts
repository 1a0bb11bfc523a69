import { expect, it } from 'vitest';
import { matching, readText } from '../../scripts/shared/repo.ts';

const DECLARATION =
  /^export (?:declare |abstract |async )*(?:const|let|function\*?|interface|type|class) (\w+)/;

/**
 * Names that a file exports without a doc comment on the line above. A declaration directly below the one that
 * it belongs to (the type of a documented constant, the overload of a function) shares its comment.
 */
export function undocumented(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = DECLARATION.exec(line)?.[1];
    if (name === undefined) return [];
    const above = lines[index - 1]?.trim() ?? '';
    const shares = /;$|^\] as const;$/.test(above) && /^export|^\]/.test(above);
    return above.endsWith('*/') || shares ? [] : [name];
  });
}

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

const files = matching('packages/*/src/**/*.ts').filter(
  (path) => !/\.(?:test|generated)\.ts$/.test(path),
);

it('documents every export of every package', () => {
  const bare = files.flatMap((path) =>
    undocumented(readText(path)).map((name) => `${path}: ${name}`),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(bare).toEqual([]);
});
