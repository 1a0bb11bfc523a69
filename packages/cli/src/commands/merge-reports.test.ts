import { mkdir, writeFile } from 'node:fs/promises';
import { renderJson, type Report } from '@pymaint/core';
import { processConsole } from '@pymaint/platform';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';

const report = (message: string | undefined): Report => ({
  schema: 'pymaint-report/1',
  tool: { name: 'pymaint', version: '0' },
  action: 'docs-linkcheck',
  folder: '',
  headline: 'docs',
  answer: message === undefined ? 'yes' : 'no',
  verdict: message === undefined ? 'good' : 'not good',
  failOn: 'error',
  counts: {
    errors: 0,
    warnings: 0,
    notices: 0,
    passed: 1,
    failed: 0,
    skipped: 0,
    unknown: 0,
    crashed: 0,
    accepted: 0,
  },
  checks: [
    {
      id: 'external/broken',
      group: 'external',
      summary: 'x',
      status: message === undefined ? 'pass' : 'fail',
      detail: undefined,
      notAsked: false,
      findings: 0,
      milliseconds: 0,
    },
  ],
  findings:
    message === undefined
      ? []
      : [
          {
            rule: 'external/broken',
            level: 'error',
            message,
            place: { path: 'a.md', line: 1, column: 1 },
          },
        ],
  accepted: [],
  timings: [],
  milliseconds: 1000,
  logs: [],
  kept: [],
  data: {},
});

async function mergeReports(cwd: string, ...args: readonly string[]) {
  let [out, error] = ['', ''];
  const code = await runCommand(
    {
      ...processConsole(),
      args: ['merge-reports', ...args],
      cwd,
      write: (text) => (out += text),
      writeError: (text) => (error += text),
    },
    [],
  );
  return { code, out, error };
}

describe('pymaint merge-reports', () => {
  it('makes one report of the shards below a folder, and fails where one does', async () => {
    await using place = await temporaryFolder();
    for (const [name, message] of [
      ['one', undefined],
      ['two', 'Unexpected `x`'],
      ['three', 'Unexpected `x`'],
    ] as const) {
      await mkdir(`${place.folder}/all/${name}`, { recursive: true });
      await writeFile(`${place.folder}/all/${name}/report.json`, renderJson(report(message)));
    }
    const { code, out } = await mergeReports(place.folder, 'all', '--format=json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      answer: 'no',
      counts: { errors: 1, failed: 1 },
      findings: [{ message: 'Unexpected `x`' }],
    });
  });

  it('sets the reports of several repositories side by side', async () => {
    await using place = await temporaryFolder();
    await writeFile(`${place.folder}/a.json`, renderJson(report('Unexpected `x`')));
    const { out } = await mergeReports(
      place.folder,
      'first=a.json',
      'second=a.json',
      '--format=json',
    );
    const { reports } = JSON.parse(out) as { readonly reports: readonly Report[] };
    expect(reports.map(({ findings }) => findings[0]?.place.path)).toEqual([
      'first/a.md',
      'second/a.md',
    ]);
  });

  it.each([
    [[], 'expected reports'],
    [['missing.json'], 'missing.json: could not be read'],
    [['.'], 'there is no report.json below this folder'],
  ])('says what is wrong with %j', async (args, words) => {
    await using place = await temporaryFolder();
    const { code, error } = await mergeReports(place.folder, ...args);
    expect([code, error]).toEqual([2, expect.stringContaining(words)]);
  });
});
