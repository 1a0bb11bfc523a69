import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, PYPROJECT, someFacts } from '../../testing.ts';
import { current } from './current.ts';

const dunder = (text: string) => ({ 'src/attrsx/__init__.py': `__version__ = "${text}"\n` });

it.each(['1.4.0', '1.4', '0.0.0'])('takes %s for 1.4.0', (text) => {
  expect(findingsOf(current, someFacts(dunder(text)))).toEqual([]);
});

it.each([
  ['1.3.2', 'behind'],
  ['1.5.0', 'ahead'],
])('reports %s, which is %s, with the edit of its characters', (text) => {
  expect(findingsOf(current, someFacts(dunder(text)))).toEqual([
    `error src/attrsx/__init__.py:1:16 Unexpected \`${text}\` in \`__version__\` of src/attrsx/__init__.py, expected \`1.4.0\` as declared at pyproject.toml:3:12 → 1.4.0`,
  ]);
});

it('holds all places, the declared one too, against the version that was asked for', () => {
  expect(findingsOf(current, someFacts(dunder('1.4.0'), { expected: '1.5' }))).toHaveLength(2);
});

it('writes the version that is to be released into what differs', () => {
  const [found] = findingsOf(current, someFacts(dunder('1.3.2'), { releaseAs: '1.5.0rc1' }));
  expect(found).toMatch(/expected `1\.5\.0rc1` to be released → 1\.5\.0rc1$/);
});

it('leaves a difference of the tail alone where setuptools adds one', () => {
  const files = { 'setup.cfg': '[egg_info]\ntag_build = .dev0\n', ...dunder('1.4.0.dev0') };
  expect(findingsOf(current, someFacts(files))).toEqual([]);
});

it.each([
  ['a version that is none', PYPROJECT.replace('1.4.0', 'one')],
  ['a placeholder', PYPROJECT.replace('1.4.0', '0.0.0')],
  ['git’s tags', PYPROJECT.replace('version = "1.4.0"', 'dynamic = ["version"]')],
])('is skipped, without doubt, for %s', (_, pyproject) => {
  const facts = someFacts({ 'pyproject.toml': pyproject, ...dunder('1.3.2') });
  expect(outcomeOf(current, facts)).toMatchObject({ status: 'skip', because: 'not-applicable' });
});
