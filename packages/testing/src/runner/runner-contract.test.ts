import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../git-fixture.ts';
import { runStep, type RunnerStep } from './runner-contract.ts';

/** Runs a program as a step. */
async function run(code: string, step: Partial<RunnerStep> = {}) {
  const place = await temporaryFolder({ 'bundle.mjs': code, 'workspace/a.py': '' });
  onTestFinished(() => place[Symbol.asyncDispose]());
  const workspace = join(place.folder, 'workspace');
  const result = await runStep({ bundle: join(place.folder, 'bundle.mjs'), workspace, ...step });
  return { ...result, workspace };
}

const LIBRARY = `
  import { appendFileSync as append } from 'node:fs';
  const { env } = process;
  const say = console.log;
`;

describe('a step', () => {
  it('finds what the runner gives, and nothing else of this process', async () => {
    process.env['PYMAINT_TEST_LEAK'] = 'x';
    onTestFinished(() => void delete process.env['PYMAINT_TEST_LEAK']);
    const { log, workspace } = await run(
      'console.log(JSON.stringify({ ...process.env, cwd: process.cwd() }))',
      {
        inputs: { 'fail-on': 'error', 'two words': 'x' },
        event: { name: 'release', ref: 'refs/tags/v1.0', payload: { action: 'published' } },
        env: { EXTRA: '1', LANG: undefined },
      },
    );
    const env = JSON.parse(log) as NodeJS.ProcessEnv;
    expect(env).toMatchObject({
      cwd: workspace,
      GITHUB_WORKSPACE: workspace,
      GITHUB_ACTIONS: 'true',
      'INPUT_FAIL-ON': 'error',
      INPUT_TWO_WORDS: 'x',
      GITHUB_EVENT_NAME: 'release',
      GITHUB_REF: 'refs/tags/v1.0',
      GITHUB_REF_NAME: 'v1.0',
      GITHUB_REF_TYPE: 'tag',
      EXTRA: '1',
    });
    expect(
      Object.keys(env).filter((name) => /TOKEN|LEAK|LANG|VITEST|RUNNER_DEBUG/.test(name)),
    ).toEqual([]);
  });

  it('is read: outputs, state, summary, annotations, exit code', async () => {
    const result = await run(
      `${LIBRARY}
      append(env.GITHUB_OUTPUT, 'ready<<E\\nno\\nE\\n');
      append(env.GITHUB_STATE, 's=1\\n');
      append(env.GITHUB_STEP_SUMMARY, '# Not ready\\n');
      say('::group::Tests'); say('text'); say('::endgroup::');
      console.error('::warning title=r,file=' + process.cwd() + '/a.py,line=3::m');
      process.exitCode = 1;`,
      { declaredOutputs: ['ready'] },
    );
    expect(result).toMatchObject({
      exitCode: 1,
      conclusion: 'failure',
      outputs: { ready: 'no' },
      state: { s: '1' },
      summary: '# Not ready\n',
      annotations: [{ level: 'warning', title: 'r', file: 'a.py', line: 3, message: 'm' }],
    });
    expect(result.commands.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'endgroup',
      'group',
      'warning',
    ]);
  });
});

describe('a good action', () => {
  it('breaks no rule', async () => {
    const { violations, conclusion } = await run(
      `${LIBRARY} say('hello'); say('::error title=a/b,file=a.py,line=1::50%25'); append(env.GITHUB_OUTPUT, 'a=1\\n');`,
      { declaredOutputs: ['a'] },
    );
    expect({ violations, conclusion }).toEqual({ violations: [], conclusion: 'success' });
  });
});

/** What is done, the code that does it, and the words that say so. */
const BROKEN: readonly (readonly [string, string, string])[] = [
  ['an output by command', `say('::set-output name=ready::yes')`, 'a `set-output` command'],
  [
    'a command on standard error',
    `console.error('  ::save-state name=a::b')`,
    'a `save-state` command',
  ],
  [
    'a command behind a carriage return',
    `say('10%\\r::add-matcher::x.json')`,
    'a `add-matcher` command',
  ],
  ['a command in the old form', `say('title: ##[error]x')`, 'a `##[` command'],
  ['a variable by command', `say('::set-env name=A::b')`, 'set-env is disabled'],
  [
    'a command behind unseen characters',
    `say(':\\u200d:error title=x::y')`,
    'behind unseen characters',
  ],
  ['an annotation without a title', `say('::error::x')`, 'an annotation without a title'],
  ['a command behind a blank', `say(' ::error title=x::y')`, 'not escaped as ours are'],
  ['a command with a bare sign', `say('::error title=x::50%')`, 'not escaped as ours are'],
  ['a terminal control', `say('\\u001b[31mred')`, 'U+001B in the log'],
  ['a lone carriage return', `say('a\\rb')`, 'U+000D in the log'],
  [
    'a bidirectional mark in the summary',
    `append(env.GITHUB_STEP_SUMMARY, '\\u202e')`,
    'U+202E in the summary',
  ],
  ['a malformed file', `append(env.GITHUB_OUTPUT, 'text\\n')`, "Invalid format 'text'"],
  [
    'a heredoc without end',
    `append(env.GITHUB_OUTPUT, 'a<<E\\nx\\n')`,
    'Matching delimiter not found',
  ],
  ['a path', `append(env.GITHUB_PATH, '/x\\n')`, 'the PATH of later steps'],
  ['a variable', `append(env.GITHUB_ENV, 'A=b\\n')`, 'the variable `A`'],
  [
    'eleven annotations',
    `for (let n = 0; n < 11; n++) say('::error title=x::y')`,
    '11 annotations of level error',
  ],
  [
    'a long message',
    `say('::error title=x::' + 'y'.repeat(4097))`,
    'an annotation of 4097 characters',
  ],
  [
    'a large summary',
    `append(env.GITHUB_STEP_SUMMARY, 'é'.repeat(600_000))`,
    'a summary of 1200000 bytes',
  ],
  [
    'large outputs',
    `append(env.GITHUB_OUTPUT, 'a=' + 'x'.repeat(600_000) + '\\n')`,
    'outputs of 600000',
  ],
  ['a strange output', `append(env.GITHUB_OUTPUT, 'b=1\\n')`, 'output `b` is not declared'],
  ['a missing output', ``, 'output `a` is not written'],
  ['an action without end', `setInterval(() => {}, 1000)`, 'it did not end in time'],
];

describe('the rules', () => {
  it.each(BROKEN)('are broken by %s', async (_, code, words) => {
    const { violations } = await run(LIBRARY + code, {
      timeout: code.includes('setInterval') ? 500 : 30_000,
      declaredOutputs: ['a'],
    });
    expect(violations.join('\n')).toContain(words);
  });

  it('keep ten annotations, cut, and drop a large summary whole', async () => {
    const { annotations, summary, conclusion } = await run(
      `${LIBRARY}
      for (let n = 0; n < 12; n++) say('::notice title=x::' + 'y'.repeat(5000));
      append(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1));`,
    );
    expect(annotations).toHaveLength(10);
    expect(annotations[0]?.message).toHaveLength(4096);
    expect({ summary, conclusion }).toEqual({ summary: '', conclusion: 'success' });
  });

  it('fail a step that ends well but writes a malformed file, and keep what came before', async () => {
    const { exitCode, conclusion, outputs } = await run(
      `${LIBRARY} append(env.GITHUB_OUTPUT, 'a=1\\ntext\\nb=2\\n');`,
    );
    expect({ exitCode, conclusion, outputs }).toEqual({
      exitCode: 0,
      conclusion: 'failure',
      outputs: { a: '1' },
    });
  });

  it('let the file win over a command of the same name', async () => {
    const { outputs } = await run(
      `${LIBRARY} append(env.GITHUB_OUTPUT, 'ready=no\\n'); say('::set-output name=ready::yes');`,
    );
    expect(outputs).toEqual({ ready: 'no' });
  });
});

describe('cancelling', () => {
  it('asks the step to end', async () => {
    const step = { cancelAt: 'ready' };
    const polite = `process.on('SIGINT', () => { console.log('bye'); process.exit(4); });`;
    const wait = `setInterval(() => {}, 1000); console.log('ready');`;
    expect(await run(polite + wait, step)).toMatchObject({ exitCode: 4, log: 'ready\nbye\n' });
    expect(await run(wait, step)).toMatchObject({ exitCode: undefined, signal: 'SIGINT' });
  });
});
