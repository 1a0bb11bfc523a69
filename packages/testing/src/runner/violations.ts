import { formatCommand, type RunnerCommand } from '@pymaint/platform';
import type { ReadCommand } from './action-command.ts';
import { LONGEST_MESSAGE, MOST_ISSUES, type IssueRead } from './issues.ts';

/** What an action of this suite may say to the runner by its log; everything else goes by files. */
const ALLOWED: ReadonlySet<string> = new Set([
  'add-mask',
  'debug',
  'endgroup',
  'error',
  'group',
  'notice',
  'warning',
]);

/** What no log and no summary may hold: terminal controls, lone carriage returns, bidirectional marks. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;

/** Commands that were not meant as such: none that this suite writes, or not written as it writes them. */
export const forgedCommands = (commands: readonly ReadCommand[]): readonly string[] =>
  commands.flatMap((command) => {
    const why = whyForged(command);
    return why === undefined ? [] : [`${why}: ${JSON.stringify(command.line)}`];
  });

function whyForged({
  name,
  form,
  hidden,
  properties,
  data,
  line,
}: ReadCommand): string | undefined {
  if (form === '##[') return 'a `##[` command';
  if (hidden) return 'a command behind unseen characters';
  if (!ALLOWED.has(name)) return `a \`${name}\` command`;
  const isIssue = name === 'error' || name === 'warning' || name === 'notice';
  if (isIssue && (properties['title'] ?? '') === '') return 'an annotation without a title';
  // A command of ours is escaped in one way only. What slipped through from outside seldom is.
  const ours = formatCommand({ name: name as RunnerCommand['name'], properties, data });
  return line === ours ? undefined : 'a command that is not escaped as ours are';
}

/** Annotations that the runner would not keep whole. */
export function excessIssues(issues: readonly IssueRead[]): readonly string[] {
  const levels = ['error', 'warning', 'notice'] as const;
  return [
    ...levels.flatMap((level) => {
      const many = issues.filter((issue) => issue.level === level).length;
      return many > MOST_ISSUES ? [`${many} annotations of level ${level}`] : [];
    }),
    ...issues.flatMap(({ message }) =>
      message.length > LONGEST_MESSAGE ? [`an annotation of ${message.length} characters`] : [],
    ),
  ];
}

/** Lines with characters that nobody sees and a terminal or a reader may be led astray by. */
export const hiddenCharacters = (where: string, text: string): readonly string[] => {
  const found = HIDDEN.exec(text);
  if (found === null) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const around = text.slice(Math.max(0, found.index - 40), found.index + 40);
  return [`U+${code} in the ${where}: ${JSON.stringify(around)}`];
};
