/** One generated file: its path below the repository's root, and its whole text. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** A text with what stands between the markers `begin:NAME` and `end:NAME` replaced, the marker lines kept. */
export function between(text: string, name: string, replacement: string): string {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => line.includes(`begin:${name}`));
  const end = lines.findIndex((line) => line.includes(`end:${name}`));
  if (begin < 0 || end < begin) throw new Error(`No begin:${name} and end:${name} in order`);
  return [...lines.slice(0, begin + 1), replacement, ...lines.slice(end)].join('\n');
}

/** A Markdown table; `|` and line ends in its cells are escaped. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();

/** The notice at the top of a file that is generated as a whole. */
export const GENERATED = 'Made by `npm run docs`. Do not edit.';
