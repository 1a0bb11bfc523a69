/**
 * What a reader must not be fooled by: controls (C0, C1, DEL), bidirectional marks, invisible spaces, line
 * separators and lone surrogates. U+200C and U+200D stay, since
 * writing and emoji are joined by them.
 */
const HIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

/**
 * Text from outside made safe to look at: every hidden character becomes its escape (`\x1b`, `\u202e`), a
 * tab becomes a space, and line ends become `\n`. Nothing that a terminal or a log obeys is left.
 */
export const visible = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(HIDDEN, escapeOf);

const escapeOf = (character: string): string => {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
};

/** The same on one line: each run of blanks and line ends becomes one space. */
export const oneLine = (text: string): string =>
  visible(text)
    .split(/[ \n]/)
    .filter((word) => word !== '')
    .join(' ');

/** At most `most` UTF-16 units, ending in `…` where something was cut; never half a character. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(0, most - 1);
  const half = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return `${text.slice(0, half ? end - 1 : end)}…`;
}

/** Where a text is code, as its author marked it with backquotes, and where it is not. */
export interface Span {
  readonly code: boolean;
  readonly text: string;
}

/**
 * Splits a text at its code spans by CommonMark's rule: a run of backquotes opens a span that the next run of
 * the same length closes; a run that nothing closes is text.
 */
export function codeSpans(text: string): readonly Span[] {
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ at: run.index, length: run[0].length }));
  const ahead = new Map<number, number[]>();
  for (const { at, length } of runs.toReversed()) {
    const same = ahead.get(length);
    if (same === undefined) ahead.set(length, [at]);
    else same.push(at);
  }
  const spans: Span[] = [];
  let done = 0;
  for (const { at, length } of runs) {
    if (at < done) continue;
    const same = ahead.get(length) ?? [];
    while (same.length > 0 && (same.at(-1) ?? 0) <= at) same.pop();
    const close = same.at(-1);
    if (close === undefined) continue;
    if (at > done) spans.push({ code: false, text: text.slice(done, at) });
    spans.push({ code: true, text: text.slice(at + length, close) });
    done = close + length;
  }
  if (done < text.length) spans.push({ code: false, text: text.slice(done) });
  return spans;
}

/**
 * The first sentence of a message: up to a full stop, outside code spans, that is followed by a blank and a
 * capital or backquote, or up to the end of the line.
 */
export function firstSentence(message: string): string {
  const line = message.split(/\r\n?|\n/, 1)[0] ?? '';
  let at = 0;
  let code = '';
  for (const part of line.split(/(`+)/)) {
    if (part.startsWith('`')) code = code === '' ? part : code === part ? '' : code;
    else if (code === '') {
      const stop = /[.!?](?= +(?:\p{Lu}|$))/u.exec(part);
      if (stop !== null) return line.slice(0, at + stop.index + 1);
    }
    at += part.length;
  }
  return line;
}

/** The text with each lone surrogate replaced by U+FFFD, as UTF-8 writers do; needed before URI encoding. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
