import type { FactTiming } from '../engine/gather.ts';
import { LEVELS, type Finding, type Related } from '../finding.ts';
import type { Fix, TextEdit } from '../fix.ts';
import type { Place, Range } from '../place.ts';
import type { Reports } from '../render/json.ts';
import type { CheckReport, Counts, Report } from '../report.ts';
import type { Accepted } from '../waiver.ts';
import {
  anyObject,
  arrayOf,
  describedRef,
  flag,
  milliseconds,
  objectOf,
  oneOf,
  refTo,
  text,
  whole,
  type Described,
} from './describe.ts';

/**
 * The JSON Schema (draft-07) of `pymaint-report/1`. The compiler holds it against {@link Report}: a field that
 * is added there and not described here does not compile.
 */
export const reportSchema = (): ReportSchema => ({
  $schema: DRAFT,
  $id: 'pymaint-report/1',
  title: 'pymaint-report/1',
  ...report,
  definitions: PARTS,
});

/** The JSON Schema of `pymaint-reports/1`: several reports in one file, as `pymaint check` gives them. */
export const reportsSchema = (): ReportSchema => ({
  $schema: DRAFT,
  $id: 'pymaint-reports/1',
  title: 'pymaint-reports/1',
  ...objectOf<Reports>(
    'What several actions of pymaint found, one report each.',
    {
      schema: { description: 'The form of this file.', const: 'pymaint-reports/1' },
      reports: arrayOf('The reports, in the order in which the actions ran.', refTo('report')),
    },
    {},
  ),
  definitions: { report, ...PARTS },
});

/** A schema of an object, with the parts that it refers to. */
export interface ReportSchema extends Described {
  readonly definitions: { readonly [name: string]: Described };
}

const DRAFT = 'http://json-schema.org/draft-07/schema#';

const POSITION = {
  path: text('The file, relative to the workspace, with `/` between its parts.'),
  line: whole('The line, from 1.', 1),
  column: whole('The column, from 1, in UTF-16 code units.', 1),
};

const place = objectOf<Place>(
  'Where something stands. The end is exclusive.',
  {
    ...POSITION,
    endLine: whole('The line of the end.', 1),
    endColumn: whole('The column just behind the end.', 1),
  },
  { endLine: true, endColumn: true },
);

const range = objectOf<Range>(
  'Where a text stands, from its first character to just behind its last.',
  {
    ...POSITION,
    endLine: whole('The line of the end.', 1),
    endColumn: whole('The column just behind the end.', 1),
  },
  {},
);

const related = objectOf<Related>(
  'Another place that belongs to a finding.',
  {
    message: text('What is there, such as "also defined here".'),
    place: describedRef('Where that is.', 'place'),
  },
  {},
);

const edit = objectOf<TextEdit>(
  'Replaces one text by another.',
  {
    range: describedRef('The text that goes.', 'range'),
    oldText: text('What must stand there, or the edit no longer fits.'),
    newText: text('What stands there afterwards.'),
  },
  {},
);

const fix = objectOf<Fix>(
  'A remedy that `pymaint fix` can apply.',
  {
    title: text('What it does, in the imperative.'),
    edits: arrayOf('The edits, all or none of which make sense.', edit),
    safe: flag('False where a person should look at it first. Default true.'),
  },
  { safe: true },
);

const LEVEL = oneOf('How bad it is.', LEVELS);

const finding = objectOf<Finding>(
  'Something that a check found wrong.',
  {
    rule: text('The id of the check, such as `version/tag-agrees`: see `pymaint explain`.'),
    level: LEVEL,
    message: text('What is wrong, first sentence first.'),
    place: describedRef('Where it is wrong.', 'place'),
    related: arrayOf('Other places that belong to it.', refTo('related')),
    remedy: text('What to do, as a command or an edit.'),
    fix: describedRef('The remedy as edits.', 'fix'),
    data: anyObject('More for machines; its keys depend on the rule.'),
  },
  { related: true, remedy: true, fix: true, data: true },
);

const check = objectOf<CheckReport>(
  'What became of one check.',
  {
    id: text('The id of the check, and of the rule.'),
    group: text('The first part of the id.'),
    summary: text('What is true when the check passes.'),
    status: oneOf(
      '`unknown`: could not be judged, so the answer is in doubt. `skip`: nothing to judge, or not asked for. `crash`: a defect of pymaint.',
      ['pass', 'fail', 'skip', 'unknown', 'crash'] satisfies readonly CheckReport['status'][],
    ),
    detail: text('What was seen, why it was skipped, or how it broke.'),
    notAsked: flag('True where the user left the check out.'),
    findings: whole('How many findings count, after waivers and the baseline.'),
    milliseconds: milliseconds('The longest work on a fact that it reads, without waiting.'),
  },
  { detail: true },
);

const counts = objectOf<Counts>(
  'How many of each.',
  {
    errors: whole('Findings of level error.'),
    warnings: whole('Findings of level warning.'),
    notices: whole('Findings of level notice.'),
    passed: whole('Checks that passed.'),
    failed: whole('Checks that found something.'),
    skipped: whole('Checks with nothing to judge, or not asked for.'),
    unknown: whole('Checks that could not be judged.'),
    crashed: whole('Checks and facts that a defect of pymaint broke.'),
    accepted: whole('Findings that waivers or the baseline accept.'),
  },
  {},
);

const accepted = objectOf<Accepted>(
  'A finding that does not count.',
  {
    finding: describedRef('The finding.', 'finding'),
    by: oneOf('What accepts it.', ['waiver', 'baseline'] satisfies readonly Accepted['by'][]),
    reason: text('Why it is accepted.'),
  },
  {},
);

const timing = objectOf<FactTiming>(
  'When a fact was gathered; milliseconds since gathering began.',
  {
    fact: text('The name of the fact.'),
    started: milliseconds('When work on it began.'),
    ended: milliseconds('When it was known, or known to be unknown.'),
    waited: milliseconds('How much of that was spent waiting for other facts.'),
  },
  {},
);

const kept = objectOf<Report['kept'][number]>(
  'A file or folder that the run has left, such as the folder of the built distributions.',
  {
    name: text('What it is.'),
    path: text('Where it is, absolute.'),
  },
  {},
);

const log = objectOf<Report['logs'][number]>(
  'The whole output of a program.',
  { name: text('The name of the run.'), path: text('The file that holds it.') },
  {},
);

const report: Described = objectOf<Report>(
  'What one run of one action of pymaint found.',
  {
    schema: { description: 'The form of this file.', const: 'pymaint-report/1' },
    tool: objectOf<Report['tool']>(
      'What made the report.',
      {
        name: { description: 'Always `pymaint`.', const: 'pymaint' },
        version: text("pymaint's own version."),
      },
      {},
    ),
    action: text('The action that ran, such as `release-gate`.'),
    folder: text("The project's folder in the workspace: '' or such as `examples/clean`."),
    headline: text('What was judged, in one line.'),
    answer: oneOf(
      '`no`: there are findings at or above `failOn`. `unknown`: nothing speaks against it, but something could not be found out. `yes`: neither.',
      ['yes', 'no', 'unknown'] satisfies readonly Report['answer'][],
    ),
    verdict: text('The answer in words.'),
    failOn: oneOf('The level from which on findings make the answer `no`.', [
      ...LEVELS,
      'never',
    ] satisfies readonly Report['failOn'][]),
    counts: describedRef('How many of each.', 'counts'),
    checks: arrayOf('What became of each check, in their order.', refTo('check')),
    findings: arrayOf('The findings, worst first, then by place.', refTo('finding')),
    accepted: arrayOf('Findings that do not count.', refTo('accepted')),
    timings: arrayOf('Where the time went.', refTo('timing')),
    milliseconds: milliseconds('From start to verdict.'),
    logs: arrayOf('Files with the whole output of the programs that ran.', log),
    kept: arrayOf('What the run has left for later steps.', kept),
    data: anyObject('What the action hands on to machines; its keys depend on the action.'),
  },
  {},
);

const PARTS = { place, range, related, fix, finding, check, counts, accepted, timing };
