import { UserError } from './errors.ts';
import { groupBy } from './group-by.ts';
import { inFolder } from './in-folder.ts';
import type { CheckReport, Report } from './report.ts';
import { answerOf, countAll, worstFirst } from './report-answer.ts';

/**
 * Reads the JSON of one report (`pymaint-report/1`) or of several (`pymaint-reports/1`).
 * @throws UserError where it is neither
 */
export function parseReports(path: string, text: string): readonly Report[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UserError(`${path}: Unexpected text that is no JSON, expected a report of pymaint`);
  }
  const all = isRecord(data) && data['schema'] === 'pymaint-reports/1' ? data['reports'] : [data];
  if (Array.isArray(all) && all.every(isReport)) return all;
  throw new UserError(
    `${path}: Unexpected JSON, expected a report as \`--format json\` writes it (\`pymaint-report/1\`)`,
  );
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** What the renderers need; the rest is as the schema says, or not at all. */
const isReport = (value: unknown): value is Report =>
  isRecord(value) &&
  value['schema'] === 'pymaint-report/1' &&
  ['action', 'folder', 'headline', 'verdict', 'failOn', 'answer'].every(
    (key) => typeof value[key] === 'string',
  ) &&
  ['checks', 'findings', 'accepted', 'timings', 'logs'].every((key) => Array.isArray(value[key])) &&
  ['counts', 'tool', 'data'].every((key) => isRecord(value[key])) &&
  (value['findings'] as readonly unknown[]).every(
    (one) =>
      isRecord(one) &&
      typeof one['rule'] === 'string' &&
      typeof one['message'] === 'string' &&
      isRecord(one['place']) &&
      typeof one['place']['path'] === 'string',
  );

/** Moves all places of a report below a folder: reports of several repositories then stand side by side. */
export const belowFolder = (report: Report, folder: string): Report => ({
  ...report,
  folder: report.folder === '' ? folder : `${folder}/${report.folder}`,
  headline: `${folder}: ${report.headline}`,
  findings: report.findings.map((finding) => inFolder(finding, folder)),
  accepted: report.accepted.map((one) => ({ ...one, finding: inFolder(one.finding, folder) })),
});

/**
 * Makes one report of those of one action over one folder, as the shards of a run leave them: what several found is
 * told once, and a check stands as in the worst of them. Reports of different actions or folders stay apart.
 */
export const mergeReports = (reports: readonly Report[]): readonly Report[] =>
  [...groupBy(reports, ({ action, folder }) => `${action}\n${folder}`).values()].flatMap(merged);

function merged(reports: readonly Report[]): readonly Report[] {
  const [first, ...others] = reports;
  if (first === undefined || others.length === 0) return reports;
  const findings = once(reports.flatMap((report) => report.findings)).toSorted(worstFirst);
  const accepted = once(reports.flatMap((report) => report.accepted));
  const checks = [
    ...groupBy(
      reports.flatMap((report) => report.checks),
      ({ id }) => id,
    ).values(),
  ]
    .flatMap(mergedCheck)
    .map((check) => ({
      ...check,
      findings: findings.filter(({ rule }) => rule === check.id).length,
    }));
  const counts = countAll(checks, findings, accepted.length, 0);
  const answer = answerOf(findings, counts, first.failOn);
  const verdict = reports.find((report) => report.answer === answer)?.verdict ?? first.verdict;
  return [
    {
      ...first,
      headline: [...new Set(reports.map(({ headline }) => headline))].join(' · '),
      answer,
      verdict,
      counts,
      checks,
      findings,
      accepted,
      timings: reports.flatMap(({ timings }) => timings),
      milliseconds: Math.max(...reports.map(({ milliseconds }) => milliseconds)),
      logs: reports.flatMap(({ logs }) => logs),
      kept: reports.flatMap(({ kept }) => kept),
      data: Object.assign({}, ...reports.map(({ data }) => data)) as Report['data'],
    },
  ];
}

const once = <T>(items: readonly T[]): readonly T[] => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
];

const WORST_FIRST: readonly CheckReport['status'][] = ['crash', 'fail', 'unknown', 'pass', 'skip'];

function mergedCheck(checks: readonly CheckReport[]): readonly CheckReport[] {
  const worst = WORST_FIRST.flatMap((status) => checks.find((one) => one.status === status) ?? []);
  const [first] = worst;
  if (first === undefined) return [];
  const details = checks
    .filter(({ status }) => status === first.status)
    .flatMap(({ detail }) => detail ?? []);
  return [
    {
      ...first,
      detail: details.length === 0 ? undefined : [...new Set(details)].join('; '),
      notAsked: checks.every(({ notAsked }) => notAsked),
      milliseconds: Math.max(...checks.map(({ milliseconds }) => milliseconds)),
    },
  ];
}
