import { checksOver } from '../check.ts';
import type { Judged, Outcome } from '../engine/judge.ts';
import type { FactSet } from '../fact.ts';
import type { Finding, Problem } from '../finding.ts';
import { buildReport, type ReportInput } from '../build-report.ts';
import type { Report } from '../report.ts';

/** The judgement of a check of this id, for the tests of all that shows reports. */
export const judgedAs = (
  id: string,
  outcome: Outcome,
  summary = `${id} holds`,
): Judged<FactSet> => ({
  check: checksOver<FactSet>()({
    id,
    summary,
    reads: [],
    judge: () => ({ status: 'pass' }),
  }),
  outcome,
});

/** A check that failed with these problems. */
export const failedWith = (id: string, ...problems: readonly Problem[]): Judged<FactSet> =>
  judgedAs(id, {
    status: 'fail',
    findings: problems.map((problem): Finding => ({ level: 'error', ...problem, rule: id })),
  });

/** A report of a release gate over these judgements; whatever else is given replaces the sample's own. */
export const sampleReport = (
  judged: readonly Judged<FactSet>[],
  given: Partial<ReportInput<FactSet>> = {},
): Report =>
  buildReport({
    version: '1.0.0',
    action: 'release-gate',
    folder: '',
    headline: 'attrsx 2.4.0 · tag v2.4.0 · hatchling, version from src/attrsx/__init__.py:3',
    words: { yes: 'ready', no: 'not ready', unknown: 'not known to be ready' },
    judged,
    crashes: [],
    timings: [],
    waivers: [],
    baseline: undefined,
    failOn: 'error',
    today: '2026-11-20',
    milliseconds: 49_012,
    logs: [],
    data: {},
    ...given,
  });

/** The text of a file of {@link troubled}'s project. */
export const sampleSources = (path: string): string | undefined => SOURCES[path];

const SOURCES: { readonly [path: string]: string } = {
  'pyproject.toml': `${'\n'.repeat(30)}[tool.hatch.build.targets.wheel]\nexclude = []\n`,
  'docs/api.rst': `${'\n'.repeat(117)}   To convert, see :ref:\`converter-order\` and the rest.\n`,
};

/** The judgements of a release that has each kind of trouble. */
export const troubled: readonly Judged<FactSet>[] = [
  judgedAs('version/canonical', { status: 'pass', found: 'PEP 440, canonical' }),
  judgedAs('version/follows', { status: 'pass', found: 'follows 2.3.1' }),
  judgedAs('changelog/entry', { status: 'pass', found: 'CHANGELOG.md:12, 2026-11-20, 7 entries' }),
  failedWith('artifact/no-stray-packages', {
    message:
      'Unexpected top-level package `tests` in attrsx-2.4.0-py3-none-any.whl, expected `attrsx` only',
    place: { path: 'pyproject.toml', line: 31, column: 1, endLine: 31, endColumn: 33 },
    remedy: 'add `packages = ["src/attrsx"]`',
    fix: {
      title: 'Name the package',
      edits: [
        {
          range: { path: 'pyproject.toml', line: 32, column: 1, endLine: 32, endColumn: 1 },
          oldText: '',
          newText: 'packages = ["src/attrsx"]\n',
        },
      ],
    },
  }),
  failedWith('docs/builds-without-warnings', {
    message:
      'Unexpected label `converter-order`, expected one that exists; did you mean `converters-order`?',
    place: { path: 'docs/api.rst', line: 118, column: 26, endLine: 118, endColumn: 41 },
    related: [
      {
        message: 'the nearest label is here',
        place: { path: 'docs/extending.rst', line: 40, column: 1 },
      },
    ],
  }),
  judgedAs('advisories/none-open', {
    status: 'skip',
    reason: 'the advisory service did not answer in 20 s',
    because: 'not-known',
  }),
  judgedAs('git/tags-present', {
    status: 'skip',
    reason: 'no version from git',
    because: 'not-applicable',
  }),
  judgedAs('tests/pass', {
    status: 'pass',
    found: '1,204 passed in a clean environment, from the wheel',
  }),
];
