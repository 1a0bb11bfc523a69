import { checksOver, fileStart, known, pass, type Fact, type OptionLayer } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { selectionOf, selectionOver } from './selection.ts';

const check = checksOver<{ readonly a: Fact<string> }>();
const named = (id: string, ...needs: readonly string[]) =>
  check({ id, summary: id, reads: ['a'], needs, judge: () => pass() });
const CHECKS = [
  named('build/works'),
  named('build/small', 'build/works'),
  named('tests/pass', 'build/small'),
  named('docs/build'),
];

type Given = { readonly [name: string]: string };
const layer = (source: OptionLayer['source'], given: Given): OptionLayer => ({
  source,
  get: (name) =>
    given[name] === undefined ? undefined : { written: given[name], where: `${source} ${name}` },
});
const select = (flags: Given, keys: Given = {}, leaveOut: readonly string[] = []) =>
  selectionOf(CHECKS, [layer('flag', flags), layer('key', keys)], { leaveOut });

describe('selectionOf', () => {
  it.each([
    [{}, {}, { only: [], skip: ['slow'], part: false, needed: [] }],
    [
      { checks: 'docs' },
      { skip: 'tests' },
      { only: ['docs'], skip: ['tests', 'slow'], part: false, needed: [] },
    ],
    [{ only: 'docs/build' }, {}, { only: ['docs/build'], skip: ['slow'], part: true, needed: [] }],
    // What the file says stands back; what stands beside `--only` on the command line does not.
    [
      { only: 'docs/build', skip: 'tests' },
      { checks: 'tests', skip: 'docs' },
      { only: ['docs/build'], skip: ['tests', 'slow'], part: true, needed: [] },
    ],
    // What a check needs comes along, and what that needs.
    [
      { only: 'tests' },
      {},
      { only: ['tests'], skip: ['slow'], part: true, needed: ['build/small', 'build/works'] },
    ],
  ])('%j over %j chooses %j', (flags, keys, expected) => {
    expect(select(flags, keys, ['slow'])).toEqual(expected);
  });

  it.each([
    ['only', 'tests/pas', 'did you mean `tests/pass`?'],
    ['only', 'works', 'did you mean `build/works`?'],
    ['checks', 'dcos', 'did you mean `docs`?'],
    ['skip', 'zzzzzzzz', 'expected the id or group of a check: build/works, build, '],
  ])('--%s %s is refused: %s', (option, value, words) => {
    expect(() => select({ [option]: value })).toThrow(words);
    expect(() => select({ [option]: value })).toThrow(`flag ${option}: Unexpected \`${value}\``);
  });
});

it('judges what a named check needs where its facts are there anyhow, and gathers nothing for it', () => {
  const asked = { only: ['tests'], skip: [], part: true, needed: ['build/works'] };
  const a = known('', fileStart('.'));
  expect(selectionOver(CHECKS, asked, { a }).only).toEqual(['tests', 'build/works']);
  expect(selectionOver(CHECKS, asked, {}).only).toEqual(['tests']);
});
