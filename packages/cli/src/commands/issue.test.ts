import { writeFile } from 'node:fs/promises';
import { renderJson } from '@pymaint/core';
import { processConsole } from '@pymaint/platform';
import { emulatedGithub, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, vi } from 'vitest';
import { runCommand } from '../run-command.ts';
import { someReport } from '../testing.ts';

async function issue(cwd: string, ...args: readonly string[]) {
  let [out, error] = ['', ''];
  const code = await runCommand(
    {
      ...processConsole(),
      args: ['issue', ...args],
      cwd,
      write: (text) => (out += text),
      writeError: (text) => (error += text),
    },
    [],
  );
  return { code, out, error };
}

describe('pymaint issue', () => {
  it('opens one issue for the reports of several shards, and closes it when clean', async () => {
    const github = await emulatedGithub('octocat/hello');
    vi.stubEnv('GITHUB_API_URL', github.url);
    vi.stubEnv('GITHUB_TOKEN', 'secret');
    try {
      await using place = await temporaryFolder();
      await writeFile(`${place.folder}/a.json`, renderJson(someReport('Unexpected `x`')));
      await writeFile(`${place.folder}/b.json`, renderJson(someReport(undefined)));
      const args = ['--repository=octocat/hello'];
      const first = await issue(place.folder, 'a.json', 'b.json', ...args);
      expect(first).toEqual({ code: 0, out: 'docs-linkcheck: created #1\n', error: '' });
      const second = await issue(place.folder, 'b.json', ...args);
      expect(second.out).toBe('docs-linkcheck: closed #1\n');
    } finally {
      vi.unstubAllEnvs();
      await github.close();
    }
  });

  it('says what it would do', async () => {
    await using place = await temporaryFolder();
    await writeFile(`${place.folder}/a.json`, renderJson(someReport('Unexpected `x`')));
    const { out } = await issue(place.folder, 'a.json', '--repository=o/r', '--dry-run');
    expect(out).toMatch(
      /^dirty: Findings of pymaint docs-linkcheck\n\n<!-- pymaint:docs-linkcheck -->/,
    );
  });

  it.each([
    [['--repository=o/r'], 'expected reports'],
    [['a.json', '--repository=nonsense'], 'expected `owner/name`'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, error } = await issue('.', ...args);
    expect([code, error]).toEqual([2, expect.stringContaining(words)]);
  });
});
