import { COMMANDS as NAMES, FORGERIES, lineReader, readCommand } from '@pymaint/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../report.ts';
import { annotationsOf } from './annotations.ts';
import { utf8Length } from './budget.ts';
import { renderIssue } from './issue.ts';
import { renderJson } from './json.ts';
import { failedWith, judgedAs, sampleReport } from './sample-report.ts';
import { renderSarif } from './sarif.ts';
import { renderSummary } from './summary.ts';
import { renderTerminal } from './terminal.ts';

// Commands that a runner obeys, in the ways in which outside text can bring them to the start of a line.
const COMMANDS = [
  '::error::x',
  '::set-output name=a::b',
  '::add-mask::x',
  '##[error]x',
  '::stop-commands::t',
];
const BREAKS = [
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\n\n',
  '\n \t',
  '\u001B[2K\r',
  '\b\b\b',
  '\0',
];
const HOSTILE = [
  ...COMMANDS,
  ...COMMANDS.flatMap((command) => BREAKS.map((at) => `x${at}${command}`)),
].concat(
  '<script>alert(1)</script>',
  '</details>',
  '<!-- pymaint:release-gate -->',
  '@everyone #1',
  '`'.repeat(7),
  '|'.repeat(9),
  '\u202Egnp.exe',
  '\uD800',
  '\u001B]8;;http://a\u0007x\u001B]8;;\u0007',
  '```\n## Ready\n```',
  '\n## ✓ release-gate: ready\n',
  '%0A::error::x',
  '--> <b>',
  '[x](http://a)',
  '![x](http://a)',
  '${{ secrets.X }}',
  '$(id)',
  '%s%n',
  '../../etc/passwd',
  'C:\\x',
);

/** A report in which every text from outside is this one. */
function reportOf(text: string): Report {
  const place = { path: text, line: 2, column: 3 };
  const fix = {
    title: text,
    edits: [{ range: { ...place, endLine: 2, endColumn: 3 }, oldText: '', newText: text }],
  };
  return sampleReport(
    [
      failedWith(text, {
        message: text,
        place,
        remedy: text,
        related: [{ message: text, place }],
        fix,
      }),
      judgedAs(`${text}/a`, { status: 'pass', found: text }, text),
      judgedAs(`${text}/b`, { status: 'skip', reason: text, because: 'not-known' }, text),
      judgedAs(`${text}/c`, { status: 'skip', reason: text, because: 'not-asked' }, text),
    ],
    { headline: text, logs: [{ name: text, path: text }], data: { text } },
  );
}

const forms: readonly [string, (report: Report, text: string) => string][] = [
  [
    'terminal',
    (report, text) =>
      renderTerminal(report, { verbosity: 'verbose', sources: () => text, reportPath: text }),
  ],
  [
    'summary',
    (report, text) =>
      renderSummary(report, { sources: () => text, command: text, reportPath: text }),
  ],
  [
    'issue',
    (report, text) => renderIssue(report, { sources: () => text, command: text, name: text }),
  ],
  ['sarif', (report, text) => renderSarif(report, { sources: () => text, category: text })],
  ['json', (report) => renderJson(report)],
];

/** What an annotation's fields are made of, but for the file, which is the printer's to escape. */
const annotationText = (report: Report): string =>
  annotationsOf(report)
    .flatMap(({ title, message }) => [title, message])
    .join('\n');

// All controls but the line feed and, in code as it is, the tab; separators of lines; marks that turn text around.
const OBEYED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

describe.each(forms)('the form %s', (name, render) => {
  it.each(HOSTILE)('shows %j without a character that anything obeys', (text) => {
    expect(render(reportOf(text), text)).not.toMatch(OBEYED);
  });

  it('is made of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(render(reportOf(text), text).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the same report in the same way', () => {
    expect(render(reportOf(name), name)).toBe(render(reportOf(name), name));
  });
});

/** What a runner takes for commands in a log. */
function commandsIn(log: string): readonly string[] {
  const found: string[] = [];
  const reader = lineReader((line) => {
    if (readCommand(line, NAMES) !== undefined) found.push(line);
  });
  reader.push(new TextEncoder().encode(log));
  reader.end();
  return found;
}

// These forms the command prints; a step of a workflow may run it.
const PRINTED = new Set(['terminal', 'json', 'sarif']);

describe.each(forms.filter(([name]) => PRINTED.has(name)))('the form %s in a log', (_, render) => {
  it('holds no command of any forgery', () => {
    const wrapped = ['::error::FORGED '.repeat(40), `${'word '.repeat(12)}::error::FORGED`];
    const texts = [...HOSTILE, ...wrapped, ...FORGERIES.map(({ text }) => text)];
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.flatMap((text) => commandsIn(render(reportOf(text), text)))).toEqual([]);
  });
});

describe('annotations', () => {
  it.each(HOSTILE)('say %j without a character that anything obeys', (text) => {
    expect(annotationText(reportOf(text))).not.toMatch(OBEYED);
  });
});

describe('10,000 findings', () => {
  const judged = Array.from({ length: 10 }, (_, rule) =>
    failedWith(
      `group${rule}/check`,
      ...Array.from({ length: 1000 }, (_, n) => ({
        message: `Unexpected \`thing ${n}\`, expected another. ${'Words. '.repeat(40)}`,
        level: (['error', 'warning', 'notice'] as const)[n % 3] ?? 'notice',
        place: { path: `src/file-${n % 50}.py`, line: n + 1, column: 1 },
      })),
    ),
  );
  const report = sampleReport(judged);

  it('stay within the limits of every form, the worst first', () => {
    expect(renderTerminal(report).split('\n').length).toBeLessThan(250);
    expect(utf8Length(renderSummary(report))).toBeLessThanOrEqual(1_000_000);
    expect(renderIssue(report).length).toBeLessThanOrEqual(65_536);
    expect(annotationsOf(report)).toHaveLength(30);
    expect(utf8Length(renderSarif(report))).toBeLessThan(10_000_000);
    expect(JSON.parse(renderJson(report)).findings).toHaveLength(10_000);
  });

  it('are shown from the errors on', () => {
    for (const text of [renderTerminal(report), renderSummary(report), renderIssue(report)]) {
      const notice = text.search(/\bnotice\b.*group/);
      const error = text.search(/\berror\b.*group/);
      expect(error).toBeGreaterThan(0);
      expect(notice === -1 || notice > error).toBe(true);
    }
  });

  it('cost no more than a moment', () => {
    const begun = performance.now();
    for (const [, render] of forms) render(report, 'x');
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
