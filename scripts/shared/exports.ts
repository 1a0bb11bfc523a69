import { matching, readText } from './repo.ts';

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

/** The sources of the packages, whose exports must be documented. */
export const documentedFiles = (): readonly string[] =>
  matching('packages/*/src/**/*.ts').filter((path) => !/\.(?:test|generated)\.ts$/.test(path));

/** `path: name` of every export of a package that lacks a doc comment. */
export const allUndocumented = (): readonly string[] =>
  documentedFiles().flatMap((path) =>
    undocumented(readText(path)).map((name) => `${path}: ${name}`),
  );
