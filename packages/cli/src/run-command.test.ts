import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checksOver,
  fail,
  fileStart,
  flagOption,
  known,
  pass,
  textOption,
  type Fact,
} from '@pymaint/core';
import { defineAction, runnable, type Console } from '@pymaint/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

type ToyFacts = { readonly text: Fact<string> };
const check = checksOver<ToyFacts>();
const OPTIONS = { hint: textOption('Some words.'), fix: flagOption('Write it.') } as const;

/** A small action over a real file: `fine` passes, `bad` is an error with a fix, `crash` breaks the check. */
const toy = runnable(
  defineAction<typeof OPTIONS, ToyFacts>({
    name: 'toy',
    summary: 'Looks at one word',
    options: OPTIONS,
    slow: [],
    doubtFails: true,
    gather: (_, { workspace }) => ({
      text: async () => known((await workspace.read('word.txt')) ?? '', fileStart('word.txt')),
    }),
    checks: [
      check({
        id: 'word/fine',
        summary: 'The word is fine',
        reads: ['text'],
        judge({ text }) {
          if (text.value === 'crash') throw new Error('boom');
          if (text.value === 'fine') return pass();
          const range = { ...text.place, endLine: 1, endColumn: 1 + text.value.length };
          const edit = { range, oldText: text.value, newText: 'fine' };
          return fail({
            message: `Unexpected \`${text.value}\`, expected \`fine\``,
            place: range,
            fix: { title: 'Write fine', edits: [edit] },
          });
        },
      }),
    ],
    words: { yes: 'good', no: 'bad', unknown: 'unsure' },
    headline: () => 'toy',
    outputs: {},
    outputValues: () => ({}),
  }),
);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function command(word: string, ...args: readonly string[]) {
  await writeFile(join(folder, 'word.txt'), word);
  const written = { out: '', error: '' };
  const console: Console = {
    args: args.map((arg) => (arg === 'DIR' ? folder : arg)),
    cwd: folder,
    isTerminal: false,
    columns: 80,
    colour: false,
    canRedraw: false,
    unicode: true,
    whenStopped: () => () => undefined,
    write: (text) => void (written.out += text),
    writeError: (text) => void (written.error += text),
  };
  return { code: await runCommand(console, [toy]), ...written };
}

describe('the option fix of an action', () => {
  it('applies what is found, and judges again', async () => {
    const ran = await command('bad', 'toy', 'DIR', '--fix');
    expect([ran.code, ran.error]).toEqual([0, 'word.txt:1:1: "bad" → "fine"\n']);
    expect(await readFile(join(folder, 'word.txt'), 'utf8')).toBe('fine');
    expect(ran.out).toContain('Good.');
  });

  it('is left alone unless it is given', async () => {
    expect((await command('bad', 'toy', 'DIR')).code).toBe(1);
    expect(await readFile(join(folder, 'word.txt'), 'utf8')).toBe('bad');
  });

  it('shows the same edits as a patch', async () => {
    const { out } = await command('bad', 'toy', 'DIR', '--format', 'patch');
    expect(out).toBe(
      '--- a/word.txt\n+++ b/word.txt\n@@ -1,1 +1,1 @@\n-bad\n\\ No newline at end of file\n+fine\n\\ No newline at end of file\n',
    );
  });
});

describe('exit status', () => {
  it.each([
    ['fine', ['toy', 'DIR'], 0],
    ['bad', ['toy', 'DIR'], 1],
    ['bad', ['check', 'DIR'], 1],
    ['bad', ['toy', 'DIR', '--fail-on', 'never'], 0],
    ['bad', ['toy', 'DIR', '--skip', 'word'], 0],
    ['crash', ['toy', 'DIR'], 3],
    ['crash', ['check', 'DIR'], 3],
    ['fine', ['toy', 'DIR', '--checks', 'wrod'], 2],
    ['bad', ['toy', 'DIR', '--only', 'word'], 1],
    ['bad', ['check', 'DIR', '--only', 'word/fine'], 1],
    ['bad', ['fix', 'DIR', '--dry-run', '--only', 'word/fine'], 0],
    ['fine', ['check', 'DIR', '--only', 'wrod'], 2],
    ['bad', ['toy', 'DIR', '--plan'], 0],
    ['bad', ['toy', 'DIR', '--plan', '--format', 'json'], 0],
    ['bad', ['toy', 'DIR', '--plan', '--format', 'sarif'], 2],
    ['fine', ['toy', 'DIR/missing'], 2],
    ['fine', ['toy', 'DIR', 'more'], 2],
    ['fine', ['toy', 'DIR', '--baseline', 'none.json'], 2],
  ])('for the word %s, `pymaint %j` is %i', async (word, args, code) => {
    expect((await command(word, ...args)).code).toBe(code);
  });
});

describe('words for what the user must mend', () => {
  it.each([
    [['chekc'], 'did you mean `pymaint check`?'],
    [['toy', '--fail-no', 'error'], 'did you mean `--fail-on`?'],
    [['toy', '--fail-on', 'eror'], 'did you mean `error`?'],
    [['toy', '--checks', 'word/fien'], 'did you mean `word/fine`?'],
    [['toy', '--only', 'fine'], 'did you mean `word/fine`?'],
    [['check', '--only', 'fine'], 'did you mean `word/fine`?'],
    [['toy', '--fail-on'], 'expected a value behind it'],
    [['help', 'chekc'], 'did you mean `pymaint check`?'],
    [['explain', 'no-such-rule'], 'expected one that `pymaint explain` lists'],
  ])('`pymaint %j` says %s', async (args, words) => {
    const { code, error } = await command('fine', ...args);
    expect(error).toContain(words);
    expect(code).toBe(2);
  });
});

describe('the project’s own files', () => {
  const inPyproject = async (content: string | Uint8Array, ...args: readonly string[]) => {
    const path = join(folder, 'pyproject.toml');
    await writeFile(path, content);
    try {
      return await command('fine', ...args);
    } finally {
      await rm(path);
    }
  };

  it('a strange check is shown where the file names it', async () => {
    const { code, error } = await inPyproject(
      '[tool.pymaint.toy]\nskip = ["wrod"]\n',
      'toy',
      'DIR',
    );
    expect(error).toContain('pyproject.toml:2:8: Unexpected `wrod` in `skip`');
    expect(code).toBe(2);
  });

  it('a pyproject.toml that is no text is not taken for a missing one', async () => {
    const { code, error } = await inPyproject(new Uint8Array([0x5b, 0xff, 0x00]), 'check', 'DIR');
    expect(error).toContain('pyproject.toml:1:1: Unexpected bytes that are not UTF-8 text');
    expect(code).toBe(2);
  });
});

describe('commands', () => {
  it.each([[[]], [['help']], [['--help']]])('%j lists them', async (args) => {
    const { code, out } = await command('fine', ...args);
    expect(code).toBe(0);
    for (const name of ['check', 'toy', 'fix', 'explain']) expect(out).toContain(`  ${name} `);
  });

  it('explain lists every rule with its whole summary', async () => {
    const { out } = await command('fine', 'explain');
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^\w\S+ .+[.)]$/);
  });

  it('help keeps to the columns of the terminal', async () => {
    const { out } = await command('fine', 'toy', '--help');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('a crash is named, and the report is still written', async () => {
    const { out } = await command('crash', 'toy', 'DIR', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ answer: 'unknown', counts: { crashed: 1 } });
  });

  it('fix applies safe edits, and then all is well', async () => {
    const { out } = await command('bad', 'fix', 'DIR');
    expect(out).toContain('word.txt:1:1: "bad" → "fine"');
    expect((await command('fine', 'check', 'DIR')).code).toBe(0);
  });

  it('fix --dry-run changes nothing', async () => {
    await command('bad', 'fix', 'DIR', '--dry-run');
    expect((await command('bad', 'check', 'DIR')).code).toBe(1);
  });

  it('a baseline accepts what is there today, and nothing new', async () => {
    const written = await command('bad', 'toy', 'DIR', '--write-baseline', 'base.json');
    expect(written.code).toBe(0);
    expect(written.error).toContain('1 finding written to base.json');
    expect((await command('bad', 'toy', 'DIR', '--baseline', 'base.json')).code).toBe(0);
    expect((await command('worse', 'toy', 'DIR', '--baseline', 'base.json')).code).toBe(1);
  });

  it('--output writes a file and leaves the terminal empty', async () => {
    const { out } = await command(
      'bad',
      'toy',
      'DIR',
      '--format',
      'json',
      '--output',
      'r/out.json',
    );
    expect(out).toBe('');
  });
});
