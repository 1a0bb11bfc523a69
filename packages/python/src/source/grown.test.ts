import { expect, it } from 'vitest';
import { grownValue } from './grown.ts';
import { pythonModule } from './module.ts';
import type { PyValue } from './values.ts';

function shown(value: PyValue): unknown {
  switch (value.type) {
    case 'string':
    case 'number':
    case 'constant':
      return value.value;
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.map(shown);
    case 'dict':
      return Object.fromEntries(
        value.entries.map((entry) => [shown(entry.key), shown(entry.value)]),
      );
    default:
      return 'unknown';
  }
}

it.each<readonly [string, unknown, boolean]>([
  ['x = ["a"]', ['a'], false],
  ['x = ["a"]\nx.append("b")', ['a', 'b'], false],
  ['x = ["a"]\nx += ["b"]\nx.extend(("c", "d"))', ['a', 'b', 'c', 'd'], false],
  ['x: list[str] = ["a"]\nx.insert(0, "b")', ['a', 'b'], false],
  ['x = ["a"]\nif tags.has("y"):\n    x.append("b")', ['a', 'b'], true],
  [
    'x = ["a"]\ntry:\n    import y\nexcept ImportError:\n    pass\nelse:\n    x += ["b"]',
    ['a', 'b'],
    true,
  ],
  ['x = ["a"]\ntry:\n    import y\nexcept ImportError:\n    x += ["b"]', ['a', 'b'], true],
  ['x = {"a": 1}\nx["b"] = 2\nx.update({"c": 3})', { a: 1, b: 2, c: 3 }, false],
  ['x = {"a": 1}\nx |= {"b": 2}', { a: 1, b: 2 }, false],
  ['x = "a"\nx += "b"', 'ab', false],
  ['y = ["a"]\nx = y + ["b"]\nx.append("c")', ['a', 'b', 'c'], false],
  ['x = ["a"]\nx = ["b"]', ['b'], false],
  ['x = ["a"]\nx.remove("a")', 'unknown', false],
  ['x = ["a"]\ndel x[0]', 'unknown', false],
  ['x = ["a"]\nx += find()', 'unknown', false],
  ['x = ["a"]\nif y:\n    x = ["b"]', 'unknown', false],
  ['x = ["a"]\nfor y in find():\n    x.append(y)', ['a', 'unknown'], true],
  ['from y import x\nx.append("a")', 'unknown', false],
  ['x.append("a")', 'unknown', false],
  ['y = 1', 'unknown', false],
  ['x = ["a"]\nx.count("a")', ['a'], false],
])('reads %j', (text, value, conditional) => {
  const grown = grownValue(pythonModule('conf.py', text), 'x');
  expect([shown(grown.value), grown.conditional]).toEqual([value, conditional]);
});
