import { fileStart, known, notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Distribution, PackedFile } from '../../facts.ts';
import { findingsOf, outcomeOf, someBuild, someProject } from '../../testing.ts';
import { reproducible } from './reproducible.ts';

const place = fileStart('pyproject.toml');
const file = (path: string, sha256 = 'a'): PackedFile => ({ path, size: 1, sha256 });
const one = { files: [file('a'), file('b')] };
const facts = (wheel: Partial<Distribution>) => ({
  project: someProject(),
  build: known(someBuild({}, one), place),
  rebuild: known({ ...someBuild({}, { ...one, ...wheel }), dated: true }, place),
});

it('takes two builds with one hash', () => {
  expect(outcomeOf(reproducible, facts({}))).toEqual({ status: 'pass', found: 'sdist and wheel' });
});

it('is only asked for', () => {
  const given = { ...facts({}), rebuild: notApplicable('`reproducible` is off') };
  expect(outcomeOf(reproducible, given)).toMatchObject({ because: 'not-applicable' });
});

it.each([
  [{ files: [file('a'), file('b', 'x')] }, 'the content of `b` differs'],
  [{ files: [file('a')] }, '`b` is in one of them only'],
  [{ files: [file('a', 'x'), file('c')] }, 'the content of `a` and 2 more files differs'],
  [{ files: [file('b'), file('a')] }, 'the order of its members differs'],
  [{}, 'the times or permissions of its members differ'],
  [
    { filename: 'attrsx-1.2.4-py3-none-any.whl' },
    'the second one is called attrsx-1.2.4-py3-none-any.whl',
  ],
])('says what differs: %j', (wheel, words) => {
  expect(findingsOf(reproducible, facts({ sha256: 'f'.repeat(64), ...wheel }))).toEqual([
    `notice pyproject.toml:1:1 Unexpected difference between two builds of attrsx-1.2.3-py3-none-any.whl, expected the same bytes: ${words}`,
  ]);
});

it('warns where only the first build goes', () => {
  const given = {
    ...facts({}),
    rebuild: known({ kind: 'failed' as const, message: 'No space' }, place),
  };
  expect(findingsOf(reproducible, given)).toEqual([
    'warning pyproject.toml:1:1 Unexpected failure of a second build of the same sources, expected it to go as the first: No space',
  ]);
});
