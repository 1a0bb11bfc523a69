import { codeSpans, oneLine, visible } from './text.ts';

/**
 * Text from outside as inline Markdown that shows exactly that text on GitHub: no HTML, no emphasis, links or
 * images, no `@mention`, `#12` or `GH-12` reference, no bare link, emoji, formula or footnote, and no `|` that
 * would break a table. Always one line. Code spans stay code spans.
 *
 * Mentions and references are found in the rendered text, where escapes have no effect any more, so an
 * invisible U+200B is put behind their first character.
 */
export const markdownText = (text: string): string =>
  codeSpans(oneLine(text))
    .map(({ code, text: part }) => (code ? markdownCode(part) : escapeInline(part)))
    .join('');

/** A text as a code span whatever it holds; `|` is written so that a table cell stays whole. */
export function markdownCode(text: string): string {
  const line = visible(text).replace(/\n/g, ' ');
  // A span of blanks alone cannot be told from none; a reference is a blank that begins no block of code.
  if (line.trim() === '') return line === '' ? '' : '&#32;';
  // No escape works within a code span, so what a table would split at is written in HTML.
  if (line.includes('|')) return `<code>${entities(line)}</code>`;
  const fence = '`'.repeat(longestRun(line) + 1);
  const blank =
    line.startsWith('`') || line.endsWith('`') || (line.startsWith(' ') && line.endsWith(' '));
  return blank ? `${fence} ${line} ${fence}` : fence + line + fence;
}

/** A block of code in a fence that nothing in it can close. */
export const markdownFence = (text: string, language: string): string => {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${visibleLines(text)}\n${fence}`;
};

/** A link; its words are Markdown already. */
export const markdownLink = (words: string, url: string): string =>
  `[${words}](<${url.replace(/[<>\\\s\u0000-\u001F`|]/g, (c) => encodeURIComponent(c))}>)`;

const BREAK = '&#8203;';

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  $: '<span>$</span>',
};

/** Escapes, then takes apart what GitHub's own filters would make links or pictures of. */
const escapeInline = (text: string): string =>
  text
    .replace(/[\\`*_[\]~#&<>|$]/g, (character) => ESCAPES[character] ?? `\\${character}`)
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${BREAK}`)
    .replace(/\\#(?=\d)/g, `\\#${BREAK}`)
    .replace(/(?<![a-z0-9])GH-(?=\d)/gi, (prefix) => prefix + BREAK)
    .replace(/:\/\//g, `:${BREAK}//`)
    .replace(/(?<![a-z0-9])www(?=\.)/gi, (prefix) => prefix + BREAK)
    .replace(/:(?=(?:[a-z0-9+-]|\\_){1,60}:)/gi, `:${BREAK}`)
    // What would begin a list, a heading's underline or a quote at the start of a line.
    .replace(/^(\d{1,9})([.)])/, (_, digits: string, mark: string) => `${digits}\\${mark}`)
    .replace(/^[-+=]/, (mark) => `\\${mark}`);

/** Every character that Markdown or HTML could take for its own as a reference; links are found behind those. */
const entities = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
    .replaceAll('&#58;&#47;', `&#58;${BREAK}&#47;`)
    .replaceAll('&#64;', `&#64;${BREAK}`)
    .replace(/(?<![a-z0-9])www(?=&#46;)/gi, (prefix) => prefix + BREAK);

const longestRun = (text: string): number =>
  text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0;

/** Code keeps its tabs and line ends. */
const visibleLines = (text: string): string =>
  text
    .split('\t')
    .map((part) => visible(part))
    .join('\t');
