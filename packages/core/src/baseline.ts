import type { Accepted } from './waiver.ts';
import type { Finding } from './finding.ts';
import { UserError } from './errors.ts';
import { fileStart } from './place.ts';

/** One kind of finding that is accepted today, as often as `count` says. Lines are left out: they move. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly count: number;
}

/** The findings that a project accepts today, so that only new ones fail. */
export interface Baseline {
  readonly schema: 'pymaint-baseline/1';
  readonly findings: readonly BaselineEntry[];
}

const keyOf = (rule: string, path: string, message: string): string =>
  JSON.stringify([rule, path, message]);

/** Accepts these findings from now on. Entries are sorted, so that the file changes only where findings do. */
export function makeBaseline(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, place, message } of findings) {
    const key = keyOf(rule, place.path, message);
    const count = (entries.get(key)?.count ?? 0) + 1;
    entries.set(key, { rule, path: place.path, message, count });
  }
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { schema: 'pymaint-baseline/1', findings: sorted.map(([, entry]) => entry) };
}

/** Splits findings into those that are new and those that the baseline accepts, each entry `count` times. */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
): { readonly kept: readonly Finding[]; readonly accepted: readonly Accepted[] } {
  const left = new Map(
    baseline.findings.map((entry) => [keyOf(entry.rule, entry.path, entry.message), entry.count]),
  );
  const kept: Finding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of findings) {
    const key = keyOf(finding.rule, finding.place.path, finding.message);
    const count = left.get(key) ?? 0;
    if (count === 0) kept.push(finding);
    else {
      left.set(key, count - 1);
      accepted.push({ finding, by: 'baseline', reason: 'accepted in the baseline' });
    }
  }
  return { kept, accepted };
}

/**
 * Reads a baseline file.
 * @throws UserError where it is no baseline of this schema
 */
export function parseBaseline(path: string, text: string): Baseline {
  const remedy = 'expected a file made by `--write-baseline`; make it anew';
  const data = parseJson(text);
  if (
    !isRecord(data) ||
    data['schema'] !== 'pymaint-baseline/1' ||
    !Array.isArray(data['findings'])
  )
    throw new UserError(`Unexpected content of the baseline, ${remedy}`, fileStart(path));
  const findings = data['findings'].map((entry: unknown): BaselineEntry => {
    if (!isEntry(entry))
      throw new UserError(`Unexpected entry in the baseline, ${remedy}`, fileStart(path));
    return entry;
  });
  return { schema: 'pymaint-baseline/1', findings };
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is BaselineEntry =>
  isRecord(value) &&
  ['rule', 'path', 'message'].every((key) => typeof value[key] === 'string') &&
  Number.isInteger(value['count']) &&
  Number(value['count']) > 0;
