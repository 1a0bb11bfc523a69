import type { Field } from '../document.ts';
import { readMystFrontMatter } from '../myst/front-matter.ts';
import type { MarkdownReader } from './reader.ts';
import type { Lines } from './lines.ts';

const KEY =
  /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"[\]{},&*!|>%@`-][^\s:]*(?: [^\s:]+)*))[ \t]*:(?=[ \t]|$)[ \t]*/;

/**
 * Reads YAML (or TOML) between `---` (`+++`) at the start of a file: each top-level key is a field with its
 * value as written. Gives how many numbers of `lines` it took.
 */
export function readFrontMatter(reader: MarkdownReader, lines: Lines): number {
  const { text } = reader;
  const open = text.slice(lines[0], lines[1]).trimEnd();
  if (open !== '---' && open !== '+++') return 0;
  for (let n = 2; n < lines.length; n += 2) {
    const line = text.slice(lines[n], lines[n + 1]);
    const marker = line.length < 100 ? line.trimEnd() : '';
    // Python-Markdown's `meta` and PyYAML take the end mark of YAML as well.
    if (marker === open || (marker === '...' && reader.features.mkdocs)) {
      noteFields(reader, lines, n, open === '---' ? KEY : TOML_KEY);
      if (reader.features.myst && open === '---')
        readMystFrontMatter(reader, lines[2] ?? 0, lines[n] ?? 0);
      return n + 2;
    }
  }
  return 0;
}

const TOML_KEY = /^(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_.-]+))[ \t]*=[ \t]*/;

function noteFields(reader: MarkdownReader, lines: Lines, end: number, key: RegExp): void {
  const { text, draft } = reader;
  let open: { name: string; start: number; from: number; to: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const value = text.slice(open.from, open.to);
    const field: Field = {
      name: open.name,
      value: value.trim(),
      span: { start: open.start, end: open.to },
      valueSpan: { start: open.from, end: open.to },
      top: true,
    };
    draft.fields.push(field);
  };
  for (let n = 2; n < end; n += 2) {
    const start = lines[n] ?? 0;
    const to = lines[n + 1] ?? 0;
    const found = key.exec(text.slice(start, Math.min(to, start + 400)));
    if (found !== null) {
      close();
      open = {
        name: found[1] ?? found[2] ?? found[3] ?? '',
        start,
        from: start + found[0].length,
        to,
      };
    } else if (open !== undefined && to > start) open.to = to;
  }
  close();
}
