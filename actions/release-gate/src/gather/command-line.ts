import { UserError } from '@pymaint/core';

/**
 * Splits a command as a POSIX shell splits words: quotes of both kinds, and `\` before a quote, a space or
 * itself. Nothing else is special, since no shell runs it: what only a shell can do is refused.
 * @throws UserError for shell syntax, an open quote or an empty command
 */
export function splitCommand(option: string, text: string): readonly [string, ...string[]] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (character === '\\' && quote !== "'" && /["'\\ ]/.test(next)) {
      word = (word ?? '') + next;
      at += 1;
    } else if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = (word ?? '') + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (/[&|;<>`]/.test(character)) {
      throw new UserError(
        `Unexpected \`${character}\` in \`${option}\`, expected one command: no shell runs it. Put several into a script and name that`,
      );
    } else word = (word ?? '') + character;
  }
  if (quote !== undefined)
    throw new UserError(
      `Unexpected end of \`${option}\` in a quoted text, expected a closing ${quote}`,
    );
  if (word !== undefined) words.push(word);
  const [program, ...args] = words;
  if (program === undefined) throw new UserError(`Unexpected empty command in \`${option}\``);
  return [program, ...args];
}
