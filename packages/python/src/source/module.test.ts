import { lineIndex, type Range } from '@pymaint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pythonModule } from './module.ts';
import type { PyValue } from './values.ts';

const slice = (text: string, range: Range | undefined): string | undefined => {
  if (range === undefined) return undefined;
  const index = lineIndex('', text);
  return text.slice(
    index.offset(range.line, range.column),
    index.offset(range.endLine, range.endColumn),
  );
};

/** A value as the Python it stands for, to compare at a glance. */
function shown(value: PyValue): string {
  switch (value.type) {
    case 'string':
      return JSON.stringify(value.value);
    case 'number':
      return String(value.value);
    case 'constant':
      return String(value.value);
    case 'tuple':
    case 'list':
    case 'set':
      return `${value.type}(${value.items.map(shown).join(', ')})`;
    case 'dict':
      return `{${value.entries.map(({ key, value: v }) => `${shown(key)}: ${shown(v)}`).join(', ')}}`;
    case 'call':
      return `${value.callee}(${[...value.args.map(shown), ...[...value.keywords].map(([k, v]) => `${k}=${shown(v)}`)].join(', ')})`;
    case 'imported':
      return `from ${value.module} import ${value.attributes.join('.') || '*'}`;
    case 'unknown':
      return `? ${value.why}`;
  }
}

describe('the value of a name', () => {
  it.each([
    ['x = "1.2"', '"1.2"', '"1.2"', '1.2'],
    ["x: Final = '9.1.1'  # comment", '"9.1.1"', "'9.1.1'", '9.1.1'],
    ["x: str = u'1'", '"1"', "u'1'", '1'],
    ['y = x = "1"', '"1"', '"1"', '1'],
    ['x = """1"""', '"1"', '"""1"""', '1'],
    ['x = "a\\tb"', '"a\\tb"', '"a\\tb"', undefined],
    ['x = r"a\\tb"', '"a\\\\tb"', 'r"a\\tb"', 'a\\tb'],
    ['x = ("1." "2")', '"1.2"', '"1." "2"', undefined],
    ['x = "1." + "2"', '"1.2"', '"1." + "2"', undefined],
    ['x = (7, 11, "alpha", -1)', 'tuple(7, 11, "alpha", -1)', '(7, 11, "alpha", -1)', undefined],
    ['x = 7, 11', 'tuple(7, 11)', '7, 11', undefined],
    ['a, x = 1, "2"', '"2"', '"2"', '2'],
    ['x = [\n  "a",  # why\n  "b",\n]', 'list("a", "b")', '[\n  "a",  # why\n  "b",\n]', undefined],
    ['x = {"a": 1, "b": None}', '{"a": 1, "b": null}', '{"a": 1, "b": None}', undefined],
    [
      'x = Version("T", 24, 7, post=0)',
      'Version("T", 24, 7, post=0)',
      'Version("T", 24, 7, post=0)',
      undefined,
    ],
    ['V = (2, 10, 0)\nx = ".".join(map(str, V))', '"2.10.0"', '(2, 10, 0)', undefined],
    ['V = (2, 10, 0, "b")\nx = ".".join(map(str, V[:2]))', '"2.10"', '2', undefined],
    ['M, N = 1, 2\nx = f"{M}.{N}.0"', '"1.2.0"', 'f"{M}.{N}.0"', undefined],
    ['x = "%d.%s" % (1, "b")', '"1.b"', '"%d.%s" % (1, "b")', undefined],
    ['y = "1"\nx = y', '"1"', '"1"', '1'],
    ['x = "1"\nx = "2"', '"2"', '"2"', '2'],
    ['with a as b:\n    x = "1"', '"1"', '"1"', '1'],
    ['x = dict(a="1", **{"b": 2})["b"]', '2', '2', undefined],
  ])('%j', (text, value, written, content) => {
    const read = pythonModule('m.py', text).value('x');
    expect(shown(read)).toBe(value);
    expect(slice(text, read.range)).toBe(written);
    expect(read.type === 'string' ? slice(text, read.content) : undefined).toBe(content);
  });
});

describe('the value of a name from elsewhere, or of none', () => {
  it.each([
    ['from ._version import version as x', 'from ._version import version'],
    ['from .. import (a, b as x)', 'from .. import b'],
    ['import a.b as x', 'from a.b import *'],
    ['from . import _version\nx = _version.__version__', 'from . import _version.__version__'],
    ['try:\n    from ._v import v as x\nexcept ImportError:\n    x = "0"', 'from ._v import v'],
    ['try:\n    import q\nexcept ImportError:\n    x = "0"', '"0"'],
    ['if TYPE_CHECKING:\n    x: str\n    from a import x\nelse:\n    x = "1"', '"1"'],
    ['if a:\n    x = "1"\nelse:\n    x = "2"', '? `x` is set in 2 branches'],
    ['if a:\n    x = "1"\nelse:\n    x = "1"', '"1"'],
    ['x = "1"\nif a:\n    x = "2"', '? `x` is set in 2 branches'],
    ['x = "1"\nx += ".dev"', '? it is set by `x += ".dev"`'],
    ['y = 1', '? `x` is not set in m.py'],
    ['x = y', '? `y` is set nowhere in this file'],
    ['x = x', '? it is nested too deep'],
    ['x = a if b else c', '? it is computed by `a if b else c`'],
    ['x = b"1"', '? it is a bytes literal'],
    ['def x(): pass', '? it is set by `def x(): pass`'],
    ['def f():\n    x = "1"', '? `x` is not set in m.py'],
    ['x = get_version(root="..")', 'get_version(root="..")'],
    [
      'y = version_info(1, 4, 0, "final", 1)\nx = y.__version__',
      'version_info(1, 4, 0, "final", 1)',
    ],
    ['y = version_info(1, 4, 0)\nx = y.major', '? it is computed by `y.major`'],
    ['y = other(1, 4, 0)\nx = y.__version__', '? it is computed by `y.__version__`'],
    ['x = "1.0"\n\ndef broken(:\n', '"1.0"'],
    ['x = ("1.0"\ny = 2', '? its statement has a syntax error'],
  ])('%j is %s', (text, value) => {
    expect(shown(pythonModule('m.py', text).value('x'))).toBe(value);
  });
});

describe('any text', () => {
  it('gives the docstring of the module', () => {
    expect(pythonModule('m.py', '#!x\n"""Doc.\n\nMore."""\nx = 1').docstring?.value).toBe(
      'Doc.\n\nMore.',
    );
    expect(pythonModule('m.py', 'x = 1\n"""Doc."""').docstring).toBeUndefined();
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      'x',
      '=',
      '"',
      "'",
      '(',
      ')',
      '[',
      ']',
      '{',
      ':',
      '\n',
      '    ',
      'if',
      'from',
      '.',
      'import',
      ',',
      '+',
      '*',
      '1',
      'f"{x}"',
      'join',
      'else',
      'try',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const module = pythonModule('m.py', parts.join(' '));
        expect(module.bindings.map((binding) => binding.value().type)).toBeDefined();
        expect(module.value('x').range.path).toBe('m.py');
      }),
      { numRuns: 500 },
    );
  });

  it('survives nesting that no file has', () => {
    expect(pythonModule('m.py', `x = ${'('.repeat(20_000)}`).value('x').type).toBe('unknown');
    expect(pythonModule('m.py', `x = ${'['.repeat(5000)}${']'.repeat(5000)}`).value('x').type).toBe(
      'unknown',
    );
    expect(pythonModule('m.py', `x = ${'1 + '.repeat(20_000)}1`).value('x').type).toBe('unknown');
  });
});
