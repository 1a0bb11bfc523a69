import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';
import { FORGERIES, readKeyValues, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keyValueText, MOST_SUMMARY_BYTES, writeKeyValues, writeSummary } from './file-commands.ts';
import { readInput } from './inputs.ts';

async function file(text = ''): Promise<string> {
  const place = await temporaryFolder();
  onTestFinished(() => place[Symbol.asyncDispose]());
  const path = join(place.folder, 'file');
  writeFileSync(path, text);
  return path;
}

describe('writeKeyValues', () => {
  it('is read by the runner as it was meant, whatever the values hold', async () => {
    const values = {
      ready: 'true',
      empty: '',
      lines: 'a\n\nb\n',
      'end-of-line': 'x\r\ny\r',
      looks: 'EOF\nx=y\nname<<EOF\npymaint_\n=',
      ...Object.fromEntries(FORGERIES.map(({ text }, n) => [`forgery-${n}`, text])),
    };
    const path = await file('earlier=1\n');
    const done = await writeKeyValues({ GITHUB_OUTPUT: path }, 'GITHUB_OUTPUT', values);
    expect(done).toEqual({ written: true, dropped: [] });
    const read = readKeyValues(readFileSync(path, 'utf8'));
    expect(read).toEqual({ error: undefined, values: { earlier: '1', ...values } });
  });

  it('is written as the runner’s own toolkit writes it', async () => {
    const values = { a: 'x', b: '', c: 'one\ntwo\n', d: '::error::x' };
    const path = await file();
    process.env['GITHUB_OUTPUT'] = path;
    onTestFinished(() => void delete process.env['GITHUB_OUTPUT']);
    for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
    const named = (text: string) =>
      text.replace(/(?:ghadelimiter|pymaint)_[0-9a-f-]{36}/g, 'DELIMITER');
    expect(named(keyValueText(values).text)).toBe(named(readFileSync(path, 'utf8')));
  });

  it('takes a new delimiter for each value', () => {
    const delimiters = keyValueText({ a: '', b: '' }).text.match(/pymaint_[0-9a-f-]{36}/g);
    expect(new Set(delimiters).size).toBe(2);
  });

  it('leaves the largest values empty where all would not fit, and says which', () => {
    const { text, dropped } = keyValueText({
      sarif: 'x'.repeat(390_000),
      ready: 'no',
      json: 'y'.repeat(9000),
    });
    expect(dropped).toEqual(['sarif']);
    expect(readKeyValues(text).values).toEqual({ sarif: '', ready: 'no', json: 'y'.repeat(9000) });
  });

  it.each(['', 'a=b', 'a<<b', 'a\nb', 'a\rb'])('refuses the name %j', (name) => {
    expect(() => keyValueText({ [name]: 'x' })).toThrow('cannot be a name');
  });

  it('writes nothing outside of a runner', async () => {
    expect(await writeKeyValues({}, 'GITHUB_OUTPUT', { a: 'b' })).toMatchObject({ written: false });
    expect(await writeSummary({ GITHUB_STEP_SUMMARY: '' }, 'x')).toBe(false);
  });
});

describe('writeSummary', () => {
  it('appends', async () => {
    const path = await file('# One\n');
    expect(await writeSummary({ GITHUB_STEP_SUMMARY: path }, '# Two\n')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('# One\n# Two\n');
  });

  it.each([
    ['alone', ''],
    ['with what stands there', `${'a'.repeat(500_000)}\n`],
    ['where there is no room left', 'a'.repeat(MOST_SUMMARY_BYTES - 3)],
  ])(
    'stays within what the runner takes, counted in bytes, cut at a line (%s)',
    async (_, earlier) => {
      const path = await file(earlier);
      await writeSummary({ GITHUB_STEP_SUMMARY: path }, 'é漢 line\n'.repeat(200_000));
      const written = readFileSync(path);
      expect(written.length).toBeLessThanOrEqual(MOST_SUMMARY_BYTES);
      const added = written.subarray(Buffer.byteLength(earlier)).toString();
      expect(added === '' || /é漢 line\n\nThis summary was cut here.*\n$/.test(added)).toBe(true);
    },
  );
});

describe('readInput', () => {
  it.each([
    ['fail-on', { 'INPUT_FAIL-ON': ' error ' }, 'error'],
    ['working directory', { INPUT_WORKING_DIRECTORY: 'x' }, 'x'],
    ['checks', { INPUT_CHECKS: 'a\n b' }, 'a\n b'],
  ])('of `%s` is what the toolkit reads', (name, env, expected) => {
    Object.assign(process.env, env);
    onTestFinished(() => Object.keys(env).forEach((key) => void delete process.env[key]));
    expect(readInput(env, name)).toBe(expected);
    expect(core.getInput(name)).toBe(expected);
  });

  it('takes an empty one for one that is not given', () => {
    expect(readInput({ INPUT_A: '  ' }, 'a')).toBeUndefined();
    expect(readInput({ INPUT_FAIL_ON: 'x' }, 'fail-on')).toBeUndefined();
  });
});
