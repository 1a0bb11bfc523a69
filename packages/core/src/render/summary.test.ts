import { describe, expect, it } from 'vitest';
import { utf8Length } from './budget.ts';
import { renderIssue } from './issue.ts';
import { lineUrlBelow } from './line-url.ts';
import { failedWith, judgedAs, sampleReport, sampleSources, troubled } from './sample-report.ts';
import { renderSummary, type SummaryOptions } from './summary.ts';

const options: SummaryOptions = {
  sources: sampleSources,
  lineUrl: lineUrlBelow('https://github.com/o/r/blob/abc'),
  reportPath: '.pymaint/report.json',
  command: 'pymaint release-gate --version 2.4.0',
};

describe('renderSummary', () => {
  it('shows verdict, table, findings by file, what was not checked and how to run it', () => {
    expect(renderSummary(sampleReport(troubled), options)).toMatchSnapshot();
  });
});

const manyFindings = (n: number) =>
  sampleReport([
    ...Array.from({ length: 20 }, (_, file) =>
      failedWith(
        `group${file}/check`,
        ...Array.from({ length: n / 20 }, (_, line) => ({
          message: `Unexpected \`thing ${line}\`, expected 漢字 | <b>`,
          level: line % 3 === 0 ? ('error' as const) : ('notice' as const),
          place: { path: `src/file-${file}.py`, line: line + 1, column: 1 },
        })),
      ),
    ),
    judgedAs('late/unknown', { status: 'skip', reason: 'no answer', because: 'not-known' }),
  ]);

describe('the size of a summary', () => {
  const report = manyFindings(10_000);

  it.each([1000, 5000, 50_000, 1_000_000])('stays within %d bytes', (budget) => {
    expect(utf8Length(renderSummary(report, { ...options, budget }))).toBeLessThanOrEqual(budget);
  });

  it('says what was cut, and keeps the short parts', () => {
    const text = renderSummary(report, { ...options, budget: 20_000 });
    expect(text).toMatch(
      /\*\*9,[89]\d\d more findings\*\* \(\d,\d{3} errors, 6,660 notices\) left out here/,
    );
    expect(text).toContain('`late/unknown`: no answer');
    expect(text).toContain('pymaint release-gate --version 2.4.0');
  });

  it('takes every error before the first notice', () => {
    const text = renderSummary(report, { ...options, budget: 400_000 });
    const some = text.match(/^- \*\*notice/gm)?.length ?? 0;
    expect(some === 0 || (text.match(/^- \*\*error/gm)?.length ?? 0) === report.counts.errors).toBe(
      true,
    );
  });

  it('leaves a diff out rather than its finding', () => {
    const fixed = sampleReport([
      failedWith('a/b', {
        message: 'Much',
        place: { path: 'a.py', line: 1, column: 1 },
        fix: {
          title: 'Write it anew',
          edits: [
            {
              range: { path: 'a.py', line: 1, column: 1, endLine: 1, endColumn: 1 },
              oldText: '',
              newText: 'x\n'.repeat(2000),
            },
          ],
        },
      }),
    ]);
    expect(renderSummary(fixed, { budget: 100_000 })).toContain('+x');
    const small = renderSummary(fixed, { budget: 3000 });
    expect(small).not.toContain('+x');
    expect(small).toContain('Write it anew');
  });
});

describe('renderIssue', () => {
  it('begins with its hidden marker and stays within 65,536 characters', () => {
    const body = renderIssue(manyFindings(10_000), { ...options, name: 'gate --><b>' });
    expect(body).toMatch(/^<!-- pymaint:gate-----b- -->\n\n## ✗ release-gate: not ready\n/);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain('more findings');
  });
});
