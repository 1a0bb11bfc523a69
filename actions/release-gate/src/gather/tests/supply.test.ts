import { tomlDocument } from '@pymaint/core';
import { expect, it } from 'vitest';
import { supplyOf } from './supply.ts';

const EXTRAS = new Map([
  ['all', ['pyyaml', 'marshmallow', 'pymongo']],
  ['yaml', ['pyyaml']],
  ['bson', ['pymongo']],
]);
const sources = (toml = '') => ({
  files: [],
  pyproject: tomlDocument('pyproject.toml', toml),
  read: async () => undefined,
});
const GROUPS =
  '[dependency-groups]\nbench = ["Six_Pack>=1", "x"]\nsix = [{include-group = "bench"}]\n';

it.each([
  ['the smallest extra that names it', ['yaml'], ['yaml'], [], ['extra `yaml`']],
  ['a module below a package', ['marshmallow.fields'], ['all'], [], ['extra `all`']],
  ['one that is called otherwise', ['bson.objectid'], ['bson'], [], ['extra `bson`']],
  [
    'each of several, once',
    ['yaml', 'yaml.nodes', 'bson'],
    ['yaml', 'bson'],
    [],
    ['extra `yaml`', 'extra `bson`'],
  ],
  [
    'a dependency group where no extra does',
    ['six_pack'],
    [],
    ['Six_Pack>=1', 'x'],
    ['dependency group `bench`'],
  ],
])('takes for a module %s', (_, modules, extras, requirements, from) => {
  expect(supplyOf(modules, EXTRAS, sources(GROUPS))).toEqual({ extras, requirements, from });
});

it('takes nothing where nothing of the project’s own brings it', () => {
  expect(supplyOf(['numpy'], EXTRAS, sources(GROUPS))).toBeUndefined();
});
