import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FORGERIES, runStep, temporaryFolder, type RunnerResult } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** An action that runs a program of the project and shows, by the log writer alone, what it printed. */
const ACTION = `
  import { nodePorts } from '${SOURCE}adapters/index.ts';
  import { logWriter, writeKeyValues, writeSummary } from '${SOURCE}runner/index.ts';
  const ports = await nodePorts({ folder: '.', reports: process.env.RUNNER_TEMP + '/reports' });
  const log = logWriter((lines) => process.stdout.write(lines));
  log.command({ name: 'group', data: 'Build ' + process.env.INPUT_TITLE });
  const running = ports.processes.run({
    program: process.execPath, args: ['build.cjs'], cwd: ports.workspace.folder, timeout: 30_000, log: 'build',
  });
  while ((await ports.workspace.kind('started')) === undefined) await ports.clock.sleep(10);
  log.write('the build has started\\n');
  const ran = await running;
  log.write(ran.output);
  log.command({ name: 'endgroup' });
  for (const text of [ran.stdout, ran.stderr]) {
    log.command({ name: 'error', properties: { title: 'build', file: text.slice(0, 500), line: 1 }, data: text.slice(-3000) });
  }
  await writeKeyValues(process.env, 'GITHUB_OUTPUT', { ready: 'no', output: ran.output });
  await ports.end();
`;

/** The build's last line. */
const STARTED = `require('node:fs').writeFileSync('started', String(process.pid));`;

async function run(
  build: string,
  step: { readonly cancelAt?: string } = {},
): Promise<RunnerResult & { readonly pid: number }> {
  const place = await temporaryFolder({
    'action.mjs': ACTION,
    'project/build.cjs': build + STARTED,
  });
  onTestFinished(() => place[Symbol.asyncDispose]());
  const forgeries = JSON.stringify(FORGERIES.map(({ text }) => text));
  writeFileSync(join(place.folder, 'project/forgeries.json'), forgeries);
  const result = await runStep({
    bundle: join(place.folder, 'action.mjs'),
    workspace: join(place.folder, 'project'),
    nodeArgs: ['--conditions=@pymaint/source'],
    inputs: { title: 'x\n::set-output name=ready::FORGED' },
    declaredOutputs: ['ready', 'output'],
    ...step,
  });
  return { ...result, pid: Number(readFileSync(join(place.folder, 'project/started'), 'utf8')) };
}

describe('a build that speaks to the runner', () => {
  it('is not heard: neither by its output, nor in an annotation, nor by the runner’s files', async () => {
    const result = await run(`
      const { appendFileSync } = require('node:fs');
      for (const text of require('./forgeries.json')) {
        process.stdout.write(text + '\\n');
        process.stderr.write(text);
      }
      console.log('::set-output name=ready::yes');
      for (const name of ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY']) {
        const file = process.env['GITHUB_' + name];
        console.log(name, file);
        if (file) appendFileSync(file, 'ready=FORGED\\n');
      }
      console.log(process.env.INPUT_TITLE);
    `);
    expect(result.violations).toEqual([]);
    expect(result.outputs['ready']).toBe('no');
    expect(result.environment).toEqual({});
    expect(result.summary).toBe('');
    expect(result.commands.map(({ name }) => name)).toEqual([
      'group',
      'endgroup',
      'error',
      'error',
    ]);
    expect(result.log).toContain('FORGED');
    expect(result.log).toContain('OUTPUT undefined');
    expect(result.exitCode).toBe(0);
  });

  it('is ended when the job is cancelled', async () => {
    const result = await run(
      `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000);`,
      { cancelAt: 'the build has started' },
    );
    expect(result).toMatchObject({ exitCode: undefined, signal: 'SIGINT' });
    expect(() => process.kill(result.pid, 0)).toThrow('ESRCH');
    // Before the runner would end the action itself.
    expect(result.milliseconds).toBeLessThan(7500);
  });
});
