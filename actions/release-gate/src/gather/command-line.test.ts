import { UserError } from '@pymaint/core';
import { expect, it } from 'vitest';
import { splitCommand } from './command-line.ts';

it.each([
  ['pytest', ['pytest']],
  ['  python  -m pytest ', ['python', '-m', 'pytest']],
  [`pytest -k "a and b" 'c d'`, ['pytest', '-k', 'a and b', 'c d']],
  ['run a\\ b \\"c\\"', ['run', 'a b', '"c"']],
  ['C:\\Python\\python.exe -m pytest', ['C:\\Python\\python.exe', '-m', 'pytest']],
  [`a '' b`, ['a', '', 'b']],
])('splits %j', (text, words) => expect(splitCommand('tests', text)).toEqual(words));

it.each(['', '   ', 'a && b', 'a | b', 'a; b', 'a > b', 'echo `id`', '"open'])(
  'refuses %j as no single command',
  (text) => expect(() => splitCommand('tests', text)).toThrow(UserError),
);
