/** zizmor's whole audit of every workflow, action and starter; what is accepted stands with its reason in zizmor.yml. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { pythonWith, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { matching, ROOT } from '../../scripts/shared/repo.ts';

interface Found {
  readonly ident: string;
  readonly desc: string;
  readonly locations: readonly unknown[];
}

async function audit(files: readonly string[]): Promise<readonly string[]> {
  const program = join(dirname(await pythonWith('zizmor==1.32.0')), 'zizmor');
  const config = ['--config', join(ROOT, '.github/zizmor.yml')];
  const args = ['--offline', '--persona', 'pedantic', '--format', 'json', ...config, ...files];
  const [stdout, stderr] = await new Promise<readonly string[]>((done) => {
    execFile(program, args, { cwd: ROOT }, (_, ...output) => done(output));
  });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout ?? '') as readonly Found[]).map(
    ({ ident, desc }) => `${ident}: ${desc}`,
  );
}

// A virtual environment keeps its programs elsewhere on Windows.
describe.skipIf(process.platform === 'win32')('zizmor', () => {
  it('is content with all that a runner reads', async () => {
    const files = matching('{.github/workflows,action-templates/workflows}/*.yml');
    const actions = matching('actions/*/action.yml');
    expect(files.length + actions.length).toBeGreaterThan(7);
    expect(await audit([...files, ...actions])).toEqual([]);
  });

  it('would say what is wrong', async () => {
    const job =
      'jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n';
    await using place = await temporaryFolder({ '.github/workflows/a.yml': `on: push\n${job}` });
    const found = (await audit([place.folder])).join('\n');
    expect(found).toContain('unpinned-uses');
    expect(found).toContain('excessive-permissions');
  });
});
