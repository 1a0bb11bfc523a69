import { expect, it } from 'vitest';
import { type Inventory, inventoryHead, readInventory, writeInventory } from './inventory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const HEAD =
  '# Sphinx inventory version 2\n# Project: a b\n# Version: 1.0\n# The remainder of this file is compressed using zlib.\n';

it('reads the head', () => {
  expect(inventoryHead(bytes(`${HEAD}xyz`))).toEqual({
    version: 2,
    project: 'a b',
    release: '1.0',
    compressed: true,
    lines: 4,
    end: HEAD.length,
  });
  expect(
    inventoryHead(bytes('# Sphinx inventory version 1\n# Project: a\n# Version: 1\nx mod y\n')),
  ).toEqual({
    version: 1,
    project: 'a',
    release: '1',
    compressed: false,
    lines: 3,
    end: 55,
  });
});

it.each([
  '',
  'x',
  '# Sphinx inventory version 3\n\n\n\n',
  '# Sphinx inventory version 2\n\n\n\n',
  '\n\n\n\n',
])('takes %j for none', (text) => {
  expect(inventoryHead(bytes(text))).toBeUndefined();
});

const shown = ({ objects }: Inventory) =>
  [...objects].flatMap(([type, names]) =>
    [...names].map(([name, uri]) => `${type} ${name} ${uri}`),
  );

it.each([
  ['a.b py:class 1 api.html#$ -', ['py:class a.b api.html#a.b']],
  ['two words std:label -1 x.html#y A title here', ['std:label two words x.html#y']],
  ['a: b std:term 1 x.html#term -', ['std:term a: b x.html#term']],
  ['cmd --opt std:cmdoption 1 x.html#o -', ['std:cmdoption cmd --opt x.html#o']],
  ['no entry', []],
  ['', []],
])('reads the entry %j', (line, expected) => {
  const head = inventoryHead(bytes(HEAD));
  expect(head && shown(readInventory(head, line))).toEqual(expected);
});

it('reads the entries of format 1', () => {
  const head = {
    version: 1,
    project: '',
    release: '',
    compressed: false,
    lines: 3,
    end: 0,
  } as const;
  expect(shown(readInventory(head, 'a mod a.html\na.b class a.html\n'))).toEqual([
    'py:module a a.html',
    'py:class a.b a.html',
  ]);
});

it('reads what it wrote', () => {
  const inventory: Inventory = {
    project: 'p',
    version: '1',
    objects: new Map([
      ['py:class', new Map([['a.b', 'x.html#a.b']])],
      ['std:label', new Map([['a label', 'x.html#y']])],
    ]),
  };
  const text = writeInventory(inventory);
  const head = inventoryHead(bytes(text));
  expect(head?.compressed).toBe(false);
  expect(head && readInventory(head, text.slice(head.end))).toEqual(inventory);
});
