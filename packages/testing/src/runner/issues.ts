import { isAbsolute, relative } from 'node:path';
import type { ReadCommand } from './action-command.ts';

/** An annotation as the runner keeps it. */
export interface IssueRead {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title: string | undefined;
  /** Relative to the workspace where it lies there. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly endLine: number | undefined;
  readonly column: number | undefined;
  readonly endColumn: number | undefined;
}

/** What the runner keeps of annotations: of each level in each step, and of each message (ExecutionContext.cs). */
export const MOST_ISSUES = 10;
export const LONGEST_MESSAGE = 4096;

/** Reads an annotation from its command (`IssueCommandExtension`); `message` is whole still. */
export function readIssue(command: ReadCommand, workspace: string): IssueRead {
  const properties = new Map(
    Object.entries(command.properties).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const text = (name: string): string | undefined => properties.get(name);
  const places = readPlaces({
    line: wholeNumber(text('line')),
    endLine: wholeNumber(text('endline')),
    column: wholeNumber(text('col')),
    endColumn: wholeNumber(text('endcolumn')),
  });
  return {
    level: command.name as IssueRead['level'],
    message: command.data,
    title: text('title'),
    file: relativeFile(text('file'), workspace),
    ...places,
  };
}

type Places = Pick<IssueRead, 'line' | 'endLine' | 'column' | 'endColumn'>;

/** `ValidateLinesAndColumns`: columns count on one line only, and no end comes before its start. */
function readPlaces({ line, endLine, column, endColumn }: Places): Places {
  const start = line ?? endLine;
  const from = column ?? endColumn;
  const isOneLine = start !== undefined && (endLine === undefined || endLine === line);
  const isForward = from === undefined || endColumn === undefined || endColumn >= from;
  const columns = isOneLine && isForward ? { column: from, endColumn } : NO_COLUMNS;
  return start !== undefined && endLine !== undefined && endLine < start
    ? { line: undefined, endLine: undefined, ...columns }
    : { line: start, endLine, ...columns };
}

const NO_COLUMNS = { column: undefined, endColumn: undefined };

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined;

function relativeFile(file: string | undefined, workspace: string): string | undefined {
  if (file === undefined || !isAbsolute(file)) return file;
  const way = relative(workspace, file);
  return way.startsWith('..') ? file : way.replaceAll('\\', '/');
}
