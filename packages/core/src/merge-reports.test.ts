import { describe, expect, it } from 'vitest';
import { belowFolder, mergeReports, parseReports } from './merge-reports.ts';
import { renderJson, renderJsonReports } from './render/json.ts';
import { failedWith, judgedAs, sampleReport as makeReport } from './render/sample-report.ts';

const place = { path: 'docs/a.md', line: 1, column: 1 };
const good = { status: 'pass', found: '10 addresses' } as const;
const sampleReport = makeReport([
  failedWith('external/broken', { message: 'Unexpected `x`', place }),
  judgedAs('refs/files', { status: 'skip', reason: 'none', because: 'not-applicable' }),
]);
const clean = makeReport([
  judgedAs('external/broken', good),
  judgedAs('refs/files', { status: 'pass', found: 'well' }),
]);

describe('parseReports', () => {
  it('reads what --format json writes', () => {
    expect(parseReports('a.json', renderJson(sampleReport))).toEqual([
      JSON.parse(renderJson(sampleReport)),
    ]);
    expect(parseReports('a.json', renderJsonReports([clean, sampleReport]))).toHaveLength(2);
  });

  it.each([
    '{',
    'null',
    '[]',
    '{"schema": "pymaint-report/1"}',
    '{"schema": "pymaint-reports/1", "reports": [1]}',
  ])('takes %s for no report', (text) => {
    expect(() => parseReports('a.json', text)).toThrow(/^a\.json: Unexpected /);
  });
});

describe('mergeReports', () => {
  it('tells once what two shards found, and is as bad as the worse', () => {
    const [report, ...more] = mergeReports([clean, sampleReport, sampleReport]);
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      answer: 'no',
      verdict: sampleReport.verdict,
      findings: sampleReport.findings,
      counts: { errors: 1, passed: 1, failed: 1, skipped: 0 },
    });
    expect(report?.checks.map(({ status }) => status)).toEqual(['fail', 'pass']);
  });

  it('says what each shard has seen', () => {
    const other = makeReport([
      judgedAs('external/broken', { status: 'pass', found: '12 addresses' }),
      judgedAs('refs/files', { status: 'pass', found: 'well' }),
    ]);
    const [report] = mergeReports([clean, other]);
    expect(report?.checks.map(({ detail }) => detail)).toEqual([
      '10 addresses; 12 addresses',
      'well',
    ]);
  });

  it('is good where all are', () => {
    expect(mergeReports([clean, clean])).toMatchObject([{ answer: 'yes', findings: [] }]);
  });

  it('keeps actions and folders apart', () => {
    const other = { ...clean, action: 'docs-review' };
    expect(mergeReports([clean, other, belowFolder(clean, 'repo')])).toHaveLength(3);
  });
});

describe('belowFolder', () => {
  it('moves all places', () => {
    const [before] = sampleReport.findings;
    const [after] = belowFolder(sampleReport, 'repo').findings;
    expect(after?.place.path).toBe(`repo/${before?.place.path ?? ''}`);
  });
});
