import { readOptions, type OptionLayer } from '@pymaint/core';
import { expect, it } from 'vitest';
import { OPTIONS } from './options.ts';

const given = (name: string, written: string): OptionLayer => ({
  source: 'key',
  get: (asked) => (asked === name ? { written, where: 'pyproject.toml:3:9' } : undefined),
});

it.each([
  ['tag-format', 'v', 'expected `{version}` in it once'],
  ['tests', 'tox && true', 'expected one command'],
  ['docs', 'make "html', 'expected one command whose quotes are closed'],
])('says at its place what is wrong with `%s`: %s', (name, written, words) => {
  const read = (): unknown => readOptions(OPTIONS, [given(name, written)]);
  expect(read).toThrow(`pyproject.toml:3:9: Unexpected value \`${written}\` for \`${name}\``);
  expect(read).toThrow(words);
});

it.each([
  ['tag-format', 'v{version}'],
  ['tests', 'off'],
  ['docs', 'make -C "my docs" html'],
])('takes `%s`: %s as it is written', (name, written) => {
  expect(readOptions(OPTIONS, [given(name, written)])).toMatchObject({ [name]: written });
});
