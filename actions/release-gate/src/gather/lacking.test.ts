import { fileStart } from '@pymaint/core';
import { expect, it } from 'vitest';
import { isOwn, withoutLacking } from './lacking.ts';

const FILES = [
  'src/attrsx/__init__.py',
  'src/attrsx/preconf/__init__.py',
  'src/attrsx/preconf/bson.py',
  'src/attrsx/yaml/__init__.py',
  'tests/helpers.py',
  'tests/test_a.py',
];
const failure = (words: string) => ({ test: 't', words, place: fileStart('tests/test_a.py') });

it.each([
  ['attrsx', true],
  ['attrsx._version', true],
  ['helpers', true],
  ['tests', true],
  ['hypothesis', false],
  ['attr', false],
  ['bson', false],
  ['yaml', false],
])('takes the module %s for the project’s own: %s', (module, own) => {
  expect(isOwn(module, FILES)).toBe(own);
});

it('sets apart what only the environment explains, and keeps the rest', () => {
  const real = failure('AssertionError: assert 1 == 2');
  const own = failure("ModuleNotFoundError: No module named 'attrsx._version'");
  const foreign = failure("ModuleNotFoundError: No module named 'hypothesis.extra'");
  const locale = failure('locale.Error: unsupported locale setting');
  expect(withoutLacking([real, foreign, own, foreign, locale, locale], FILES)).toEqual({
    failures: [real, own],
    lacking: [{ kind: 'module', name: 'hypothesis.extra' }, { kind: 'locale' }],
  });
});
