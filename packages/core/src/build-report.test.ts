import { describe, expect, it } from 'vitest';
import { makeBaseline } from './baseline.ts';
import { CheckCrash } from './errors.ts';
import { failedWith, judgedAs, sampleReport } from './render/sample-report.ts';

const place = { path: 'a.py', line: 3, column: 1 };
const good = judgedAs('a/good', { status: 'pass', found: 'well' });
const unknown = judgedAs('a/unknown', {
  status: 'skip',
  reason: 'no answer',
  because: 'not-known',
});
const skipped = judgedAs('a/skip', { status: 'skip', reason: 'none', because: 'not-applicable' });
const left = judgedAs('a/left', { status: 'skip', reason: 'on request', because: 'not-asked' });
const crash = new CheckCrash('check `a/crash`', new Error('boom'));
const crashed = judgedAs('a/crash', { status: 'crash', crash });
const error = failedWith('b/error', { message: 'E', place });
const warning = failedWith('b/warning', { message: 'W', place, level: 'warning' });
const waiver = { rule: 'b/error', match: '*', reason: 'known', expires: '2026-11-20', place };

describe('the answer of a report', () => {
  it.each([
    ['yes', [], {}],
    ['yes', [good, skipped, left], {}],
    ['no', [good, error], {}],
    ['no', [error, crashed, unknown], {}],
    ['yes', [good, warning], {}],
    ['no', [good, warning], { failOn: 'warning' as const }],
    ['yes', [error], { failOn: 'never' as const }],
    ['unknown', [good, unknown], {}],
    ['unknown', [good, unknown], { failOn: 'never' as const }],
    ['unknown', [good, crashed], {}],
    ['unknown', [good, crashed], { failOn: 'never' as const }],
    ['unknown', [good], { crashes: [crash] }],
    ['yes', [error], { waivers: [waiver] }],
    ['no', [error], { waivers: [{ ...waiver, expires: '2026-11-19' }] }],
  ])('is %s', (answer, judged, given) => {
    expect(sampleReport(judged, given).answer).toBe(answer);
  });
});

describe('buildReport', () => {
  it('counts what became of checks and findings', () => {
    const judged = [good, unknown, skipped, left, crashed, error, warning];
    expect(sampleReport(judged, { crashes: [crash] }).counts).toEqual({
      errors: 1,
      warnings: 1,
      notices: 0,
      passed: 1,
      failed: 2,
      skipped: 2,
      unknown: 1,
      crashed: 2,
      accepted: 0,
    });
  });

  it('sorts findings by level, then by path and line', () => {
    const at = (path: string, line: number, level: 'error' | 'notice') => ({
      message: `${level} ${path}:${line}`,
      level,
      place: { path, line, column: 1 },
    });
    const problems = [
      at('b.py', 2, 'notice'),
      at('b.py', 10, 'error'),
      at('b.py', 2, 'error'),
      at('a.py', 9, 'error'),
    ];
    const report = sampleReport([failedWith('x/y', ...problems)]);
    expect(report.findings.map(({ message }) => message)).toEqual([
      'error a.py:9',
      'error b.py:2',
      'error b.py:10',
      'notice b.py:2',
    ]);
  });

  it('moves every place below the folder of the project', () => {
    const range = { ...place, endLine: 3, endColumn: 2 };
    const fix = { title: 'T', edits: [{ range, oldText: '', newText: 'x' }] };
    const judged = [
      failedWith('x/y', { message: 'X', place, related: [{ message: 'also', place }], fix }),
    ];
    const [finding] = sampleReport(judged, { folder: 'examples/clean' }).findings;
    expect([
      finding?.place.path,
      finding?.related?.[0]?.place.path,
      finding?.fix?.edits[0]?.range.path,
    ]).toEqual(Array.from({ length: 3 }, () => 'examples/clean/a.py'));
  });

  it('draws a check whose findings are all accepted as passed, and keeps them', () => {
    const report = sampleReport([error], { waivers: [waiver] });
    expect(report.checks[0]).toMatchObject({ status: 'pass', detail: 'all findings accepted' });
    expect(report.accepted).toMatchObject([
      { by: 'waiver', reason: 'known (until 2026-11-20)', finding: { rule: 'b/error' } },
    ]);
  });

  it('accepts what the baseline holds, as often as it does, and no more', () => {
    const twice = failedWith(
      'b/error',
      { message: 'E', place },
      { message: 'E', place: { ...place, line: 9 } },
    );
    const baseline = makeBaseline(sampleReport([error]).findings);
    const report = sampleReport([twice], { baseline });
    expect([report.findings.length, report.accepted.length, report.answer]).toEqual([1, 1, 'no']);
  });

  it('gives a check the longest work on its facts, without waiting', () => {
    const slow = { ...good, check: { ...good.check, reads: ['x'], mayLack: ['y'] } };
    const timings = [
      { fact: 'x', started: 0, ended: 100, waited: 90 },
      { fact: 'y', started: 0, ended: 30, waited: 0 },
      { fact: 'z', started: 0, ended: 900, waited: 0 },
    ];
    expect(sampleReport([slow], { timings }).checks[0]?.milliseconds).toBe(30);
  });
});

describe('waivers in a report', () => {
  it('are a finding once they are expired', () => {
    const [, expired] = sampleReport([error], {
      waivers: [{ ...waiver, expires: '2020-01-01' }],
    }).findings;
    expect(expired).toMatchObject({ rule: 'waiver/expired', level: 'warning', place });
  });

  it.each([
    ['a notice where their rule ran and found nothing', 'a/good', [good], ['waiver/unused']],
    ['nothing where their rule was left out', 'a/left', [left], []],
    ['nothing where their rule could not be judged', 'a/unknown', [unknown], []],
    ['nothing where their rule is of another action', 'other/rule', [good], []],
    ['a notice where no rule of their group found anything', 'a/*', [good], ['waiver/unused']],
  ])('are %s', (_, rule, judged, rules) => {
    const report = sampleReport(judged, { waivers: [{ ...waiver, rule }] });
    expect(report.findings.map((finding) => finding.rule)).toEqual(rules);
  });

  it('are left to the other action when they are expired', () => {
    const foreign = { ...waiver, rule: 'other/rule', expires: '2020-01-01' };
    expect(sampleReport([good], { waivers: [foreign] }).findings).toEqual([]);
  });

  it.each([
    ['*', true],
    ['a.py', true],
    ['*.py', true],
    ['b.py', false],
    ['two `words`', true],
    ['other words', false],
  ])('cover by %s: %s', (match, covered) => {
    const judged = [failedWith('b/error', { message: 'Unexpected two `words`', place })];
    const report = sampleReport(judged, { waivers: [{ ...waiver, match }] });
    expect(report.accepted.length).toBe(covered ? 1 : 0);
  });
});
