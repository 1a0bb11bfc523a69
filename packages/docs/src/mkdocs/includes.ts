import type { FileUse } from '../document.ts';

/** `--8<-- "file:section"` (pymdownx.snippets); `;--8<--` is an escaped one. */
const SNIPPET = /^[ \t>]*-+8<-+[ \t]+(?:"([^"\n]+)"|'([^'\n]+)')[ \t]*\r?$/dgm;
/** The marks around a list of files. */
const BLOCK = /^[ \t>]*-+8<-+[ \t]*\r?$/gm;
/** `{!file!}` (markdown-include), `{* file ln[1:3] *}` (mdx-include), `{% include-markdown "file" %}`. */
const BRACES = [
  /\{!-?[ \t]*([^\s!"'][^!\n]{0,500}?)[ \t]*!\}/dg,
  /\{\*[ \t]*([^\s*]+)[^*\n]{0,500}\*\}/dg,
  /\{%-?[ \t]*include-markdown[ \t\n]+["']([^"'\n]+)["']/dg,
];

/**
 * The files that extensions and plugins put in before Markdown is read, hence in code too. Where they are
 * looked for (`base_path`) only mkdocs.yml says.
 */
export function includesOf(text: string): readonly FileUse[] {
  const found: FileUse[] = [];
  if (text.includes('8<-')) {
    for (const match of text.matchAll(SNIPPET))
      push(found, text, match, match[1] === undefined ? 2 : 1);
    readBlocks(text, found);
  }
  if (text.includes('{'))
    for (const pattern of BRACES)
      for (const match of text.matchAll(pattern)) push(found, text, match, 1);
  return found;
}

function push(found: FileUse[], text: string, match: RegExpExecArray, group: 1 | 2): void {
  const start = match.indices?.[group]?.[0] ?? match.index;
  const written = text.slice(match.index, match.index + match[0].length);
  const end = match.index + written.trimEnd().length;
  const span = { start: match.index + (written.length - written.trimStart().length), end };
  pushPath(found, match[group] ?? '', start, span);
}

/** A section's name or line numbers may stand behind the path. */
function pushPath(found: FileUse[], written: string, start: number, span: FileUse['span']): void {
  const path = /^https?:/.test(written) ? written : (/^[^:]*/.exec(written)?.[0] ?? '');
  if (path !== '')
    found.push({ kind: 'include', path, span, pathSpan: { start, end: start + path.length } });
}

function readBlocks(text: string, found: FileUse[]): void {
  const marks = Array.from(
    text.matchAll(BLOCK),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  for (let n = 0; n + 1 < marks.length; n += 2) {
    let at = marks[n]?.[1] ?? 0;
    const end = marks[n + 1]?.[0] ?? 0;
    for (const line of text.slice(at, end).split('\n')) {
      const path = line.trim();
      const start = at + line.indexOf(path);
      // A leading semicolon takes a file out of the list.
      if (path !== '' && !path.startsWith(';'))
        pushPath(found, path, start, { start, end: start + path.length });
      at += line.length + 1;
    }
  }
}
