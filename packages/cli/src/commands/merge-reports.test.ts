import { mkdir, writeFile } from 'node:fs/promises';
import { renderJson, type Report } from '@pymaint/core';
import { processConsole } from '@pymaint/platform';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../run-command.ts';
import { someReport } from '../testing.ts';

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
      await writeFile(`${place.folder}/all/${name}/report.json`, renderJson(someReport(message)));
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
    await writeFile(`${place.folder}/a.json`, renderJson(someReport('Unexpected `x`')));
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
