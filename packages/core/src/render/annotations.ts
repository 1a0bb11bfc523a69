import { LEVELS, type Finding, type Level } from '../finding.ts';
import type { Report } from '../report.ts';
import { count } from '../words.ts';
import { clip, firstSentence, oneLine } from './text.ts';

/** A message at a line, as runners show it beside the code; whoever prints it escapes it for the log. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** Left out where the range spans lines, since the runner drops columns then. */
  readonly col?: number;
  readonly endColumn?: number;
}

/** GitHub's limits: annotations of one level in one step, and characters of a message. */
const MOST = 10;
const LONGEST = 4096;
const LONGEST_TITLE = 255;

/** Where the findings that got no annotation can be seen. */
export interface AnnotationOptions {
  readonly reportPath?: string;
}

/**
 * The worst findings of each level, ten at most, as annotations: title = rule, message = the finding's first
 * sentence and the fix's. Where there are more, the tenth says how many and where they are.
 */
export function annotationsOf(
  report: Report,
  { reportPath }: AnnotationOptions = {},
): readonly Annotation[] {
  const where =
    reportPath === undefined ? 'the job summary' : `the job summary and ${oneLine(reportPath)}`;
  return LEVELS.flatMap((level) => {
    const all = report.findings.filter((finding) => finding.level === level);
    const more = all.length - MOST;
    const note = more > 0 ? `${count(more, `more ${level}`)}: see ${where}.` : '';
    return all
      .slice(0, MOST)
      .map((finding, at) => annotationOf(finding, at === MOST - 1 ? note : ''));
  });
}

function annotationOf(
  { rule, level, message, place, remedy, fix }: Finding,
  note: string,
): Annotation {
  const action = remedy ?? fix?.title;
  const end = note === '' ? '' : `\n${note}`;
  const words = [
    oneLine(firstSentence(message)),
    ...(action === undefined ? [] : [`fix: ${oneLine(firstSentence(action))}`]),
  ].join('\n');
  const endLine = place.endLine ?? place.line;
  const columns = endLine === place.line ? columnsOf(place) : {};
  return {
    level,
    title: clip(oneLine(rule), LONGEST_TITLE),
    message: clip(words, LONGEST - end.length) + end,
    file: place.path,
    line: place.line,
    endLine,
    ...columns,
  };
}

const columnsOf = ({
  column,
  endColumn,
}: Finding['place']): Pick<Annotation, 'col' | 'endColumn'> =>
  endColumn === undefined ? { col: column } : { col: column, endColumn };
