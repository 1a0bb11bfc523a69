import { expect, it } from 'vitest';
import { sampleReport } from './sample-report.ts';
import { renderTerminal } from './terminal.ts';

const rows = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    kind: 'declared',
    path: 'pyproject.toml',
    line: at + 1,
    column: 12,
    found: '1.4.0',
    expected: at === 0 ? null : '1.5.0',
  }));

it('shows the places that an action hands on, to those who want to see all', () => {
  const report = sampleReport([], { data: { slots: rows(2), other: [1, 2], empty: [] } });
  expect(renderTerminal(report, { verbosity: 'verbose' })).toContain(`slots
  place                kind      found  expected
  pyproject.toml:1:12  declared  1.4.0  –
  pyproject.toml:2:12  declared  1.4.0  1.5.0
`);
  expect(renderTerminal(report)).not.toContain('pyproject.toml:1:12');
});

it('keeps places whole in a narrow terminal, and says what it leaves out', () => {
  const report = sampleReport([], { data: { slots: rows(203) } });
  const lines = renderTerminal(report, { verbosity: 'verbose', width: 40 }).split('\n');
  expect(lines.filter((line) => line.startsWith('  pyproject.toml:')).length).toBe(200);
  expect(lines.every((line) => line.length <= 40)).toBe(true);
  expect(lines).toContain('  and 3 more rows, in the report as JSON');
});
