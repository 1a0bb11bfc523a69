import { expect, it } from 'vitest';
import { pythonDefinitions } from './definitions.ts';

it.each([
  ['a function with what decorates it', '@a\n@b(\n  1)\ndef f(x,\n      y):\n  pass\n', 'f 1-6'],
  ['no blank lines and comments behind', 'def f():\n  pass\n  # in\n\n# out\nx = 1\n', 'f 1-2'],
  ['a class and what is in it', 'class A:\n  x = 1\n  def m(self): pass\n', 'A 1-3, A.m 3-3'],
  [
    'what a condition holds',
    'if x:\n  def f(): pass\nelse:\n  def g():\n    pass\n',
    'f 2-2, g 4-5',
  ],
  ['no function directly in another', 'def f():\n  def g():\n    pass\n  return g\n', 'f 1-4'],
  [
    'a function in a condition, and a class, in a function',
    'def f():\n  if x:\n    def g():\n      pass\n  class A:\n    def m(self):\n      pass\n',
    'f 1-7, f.A 5-7, f.A.m 6-7, f.g 3-4',
  ],
  ['the last of one name', 'def f():\n  pass\ndef f():\n  return 1\n', 'f 3-4'],
  ['none in a string', 's = """\ndef f():\n  pass\n"""\n', ''],
  [
    'one with types',
    'async def f[T: int](x: dict[str, int] = {1: 2}) -> T:  # it\n  pass',
    'f 1-2',
  ],
])('finds %s', (_, text, expected) => {
  const found = [...pythonDefinitions(text)].map(([name, it]) => `${name} ${it.first}-${it.last}`);
  expect(found.toSorted().join(', ')).toBe(expected);
});
