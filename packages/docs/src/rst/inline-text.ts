/** Takes backslash escapes away: an escaped space or line end vanishes (docutils `unescape`). */
export const unescape = (text: string): string =>
  text.includes('\\') ? text.replaceAll(/\\(?:[ \n][^\S\n]*|([^ \n]|$))/gu, '$1') : text;

/** One space for each line end with the indentation around it. */
export const oneLine = (text: string): string =>
  text.includes('\n') ? text.replaceAll(/[^\S\n]*\n\s*/gu, ' ') : text;

/** The offset of the `<` that opens an explicit target at the end of `text`, or -1 where there is none. */
export function angleStart(text: string, start: number, end: number): number {
  if (end - start < 2 || text.charCodeAt(end - 1) !== 62 || escaped(text, start, end - 1))
    return -1;
  for (let i = end - 2; i >= start; i -= 1) {
    const code = text.charCodeAt(i);
    if (code === 60) return escaped(text, start, i) ? -1 : i;
  }
  return -1;
}

/** Whether an odd number of backslashes stands before an offset. */
export function escaped(text: string, start: number, offset: number): boolean {
  let i = offset;
  while (i > start && text.charCodeAt(i - 1) === 92) i -= 1;
  return (offset - i) % 2 === 1;
}

/** Unescaped whitespace goes; an escaped one stays as one space (docutils `split_escaped_whitespace`). */
export const withoutSpace = (text: string): string =>
  text
    .split(/\\[ \n]/u)
    .map((part) => unescape(part).replaceAll(/\s+/gu, ''))
    .join(' ')
    .trim();
