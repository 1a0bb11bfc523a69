import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import Ajv04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { CheckCrash } from '../errors.ts';
import type { Report } from '../report.ts';
import { failedWith, judgedAs, sampleReport, sampleSources, troubled } from './sample-report.ts';
import { renderSarif, type SarifOptions } from './sarif.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly [key: string]: number };
    };
  }[];
  readonly fixes?: readonly unknown[];
  readonly relatedLocations?: readonly unknown[];
}

interface Run {
  readonly results: readonly Result[];
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
}

// The schema of the standard, as its authors' own test package ships it.
const schema: object = createRequire(import.meta.url)(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
// ajv itself knows no formats; these are the ones that the schema names and we write.
ajv.addFormat('uri', (text: string) => URL.canParse(text));
ajv.addFormat('uri-reference', (text: string) => URL.canParse(text, 'https://example.org/'));
ajv.addFormat('date-time', true);
const validate = ajv.compile(schema);

function runOf(report: Report, options?: SarifOptions): Run {
  const log = JSON.parse(renderSarif(report, options));
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  return log.runs[0];
}

const place = { path: 'a.py', line: 3, column: 1 };

describe('renderSarif', () => {
  it('is valid, and holds what code scanning asks for', () => {
    const run = runOf(sampleReport(troubled), {
      sources: sampleSources,
      ruleHelp: (rule) => ({ markdown: `# ${rule}`, url: 'https://example.org/rule' }),
    });
    expect(run).toMatchSnapshot();
  });

  it('is valid where there is nothing, and where all went wrong', () => {
    expect(runOf(sampleReport([])).results).toEqual([]);
    const crash = new CheckCrash('check `a/b`', new Error('boom'));
    const run = runOf(sampleReport([judgedAs('a/b', { status: 'crash', crash })]));
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'warning',
            message: { text: '`a/b` was not checked: check `a/b` crashed: boom' },
          },
        ],
      },
    ]);
  });

  it('gives every result a region with all four ends', () => {
    const places = [
      place,
      { ...place, endLine: 4, endColumn: 1 },
      { ...place, line: 0, column: 0 },
    ];
    const run = runOf(
      sampleReport([failedWith('a/b', ...places.map((at) => ({ message: 'X', place: at })))]),
    );
    expect(run.results.map(({ locations }) => locations[0]?.physicalLocation.region)).toEqual([
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
      { startLine: 3, startColumn: 1, endLine: 3, endColumn: 2 },
      { startLine: 3, startColumn: 1, endLine: 4, endColumn: 1 },
    ]);
  });

  it('escapes paths as URI references and links in messages', () => {
    const path = 'docs/C:/a b#?%\u0000\uD800.rst';
    const run = runOf(
      sampleReport([failedWith('a/b', { message: 'See [x](1)', place: { ...place, path } })]),
    );
    expect(run.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'docs/C%3A/a%20b%23%3F%25%00%EF%BF%BD.rst',
    );
    expect(run.results[0]?.message.text).toBe(String.raw`See \[x](1)`);
  });

  it('names the category, by which uploads of one commit are told apart', () => {
    expect(runOf(sampleReport([])).automationDetails.id).toBe('pymaint/release-gate/');
    expect(runOf(sampleReport([]), { category: 'gate-3.12' }).automationDetails.id).toBe(
      'gate-3.12/',
    );
  });
});

describe('fingerprints', () => {
  const at = (line: number, message = 'Unexpected `x`') =>
    sampleReport([failedWith('a/b', { message, place: { ...place, line } })]);
  const printOf = (report: Report, text: string): string | undefined =>
    runOf(report, { sources: () => text }).results[0]?.partialFingerprints.primaryLocationLineHash;

  it('stay when lines above come and go', () => {
    expect(printOf(at(3), 'a\nb\n  x = 1\n')).toBe(printOf(at(5), 'a\nb\nc\nd\nx = 1\n'));
  });

  it('differ for other lines and other rules', () => {
    const other = sampleReport([failedWith('a/c', { message: 'Unexpected `x`', place })]);
    const prints = [printOf(at(1), 'x = 1'), printOf(at(1), 'x = 2'), printOf(other, '\n\nx = 1')];
    expect(new Set(prints).size).toBe(3);
  });

  it('count equal lines of a file', () => {
    const problems = [1, 2].map((line) => ({ message: 'X', place: { ...place, line } }));
    const run = runOf(sampleReport([failedWith('a/b', ...problems)]), { sources: () => 'x\nx\n' });
    const [first = '', second = ''] = run.results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    );
    expect([first.slice(-2), second]).toEqual([':1', first.replace(/1$/, '2')]);
  });

  it('stay when only a number in the message changes and there is no line to go by', () => {
    expect(printOf(at(1, '14 files'), '')).toBe(printOf(at(9, '15 files'), ''));
  });

  it('hash as FNV-1a does', () => {
    // FNV-1a 64 of "a/b\nx" over its bytes.
    let hash = 0xcbf29ce484222325n;
    for (const byte of Buffer.from('a/b\nx'))
      hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    expect(printOf(at(1), 'x')).toBe(`${hash.toString(16).padStart(16, '0')}:1`);
  });
});

describe('the limits of code scanning', () => {
  const word = '漢字 `x` ';
  const judged = Array.from({ length: 1200 }, (_, rule) =>
    failedWith(
      `group/check-${rule}`,
      ...Array.from({ length: 9 }, (_, line) => ({
        message: word.repeat(300),
        level: rule === 1100 ? ('error' as const) : ('warning' as const),
        place: { path: `file-${rule}.py`, line: line + 1, column: 1 },
        related: Array.from({ length: 101 }, () => ({ message: 'also', place })),
      })),
    ),
  );

  it('hold for 10,800 long findings of 1,200 rules, worst first, and what is cut is said', () => {
    const report = sampleReport(judged, { failOn: 'never' });
    const text = renderSarif(report, { ruleHelp: () => ({ markdown: 'x'.repeat(100_000) }) });
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(text.length).toBeLessThan(10_000_000);
    const run: Run = JSON.parse(text).runs[0];
    expect(run.tool.driver.rules.length).toBe(1000);
    expect(run.results.length).toBeLessThanOrEqual(5000);
    expect(run.results.slice(0, 10).map(({ level }) => level)).toEqual([
      ...Array.from({ length: 9 }, () => 'error'),
      'warning',
    ]);
    expect(
      Math.max(...run.results.map(({ relatedLocations = [] }) => relatedLocations.length)),
    ).toBe(100);
    expect(run.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(
      /^\d+,\d{3} more findings: see the JSON report$/,
    );
  });

  it('take 5,000 of 10,000 short findings', () => {
    const problems = Array.from({ length: 10_000 }, (_, line) => ({
      message: `Unexpected ${line}`,
      place: { ...place, line: line + 1 },
    }));
    expect(runOf(sampleReport([failedWith('a/b', ...problems)])).results).toHaveLength(5000);
  });
});
