import { expect, it } from 'vitest';
import { surelyDefines } from './quick-look.ts';

const TEXT =
  'import os\nVALUE = 1\nTYPED: int = 1\nasync def later(): pass\ndef now(a): pass\nclass Plain:\n    attr = 1\n\n    # text\n    def go(self):\n        pass\n    class Inner:\n        deep = 1\nclass Other(Plain):\n    kind: int\n';

it.each([
  ['VALUE', true],
  ['TYPED', true],
  ['later', true],
  ['now', true],
  ['Plain', true],
  ['Plain.attr', true],
  ['Plain.go', true],
  ['Plain.Inner', true],
  ['Other.kind', true],
  ['os', false],
  ['nowhere', false],
  ['no', false],
  ['Plain.kind', false],
  ['Plain.nowhere', false],
  ['Other.go', false],
  ['Plain.Inner.deep', false],
  ['now.a', false],
])('%s: %s', (name, expected) => {
  expect(surelyDefines(TEXT, name.split('.'))).toBe(expected);
});
