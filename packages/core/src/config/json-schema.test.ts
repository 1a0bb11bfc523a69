import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { choiceOption, durationOption, flagOption, listOption, textOption } from '../option.ts';
import { tomlDocument } from '../toml.ts';
import { tomlValue } from '../toml-node.ts';
import { configSchema } from './json-schema.ts';
import { readConfig } from './read-config.ts';

const actions = [
  {
    name: 'release-gate',
    summary: 'May it be released?',
    options: {
      'fail-on': choiceOption('When to fail.', ['error', 'warning'], 'error'),
      checks: listOption('Which checks.'),
      'tag-format': textOption('The tag.'),
      version: textOption('The version.', { sources: ['flag'] }),
      network: flagOption('Whether to ask the network.'),
      timeout: durationOption('How long.', '10m'),
    },
    rules: ['git/tree-clean'],
  },
];

const validate = new Ajv({ strict: true, allErrors: true }).compile(
  configSchema(actions) as object,
);
const accepts = (text: string): boolean => validate(tomlValue(tomlDocument('x', text).root));
const reads = (text: string): boolean => {
  try {
    readConfig({ pymaint: { path: 'pymaint.toml', text } }, { actions });
    return true;
  } catch {
    return false;
  }
};

describe('configSchema', () => {
  const waiver = '[[waivers]]\nrule = "git/*"\nreason = "known"\nexpires = 2027-01-31\n';
  it.each([
    ['', true],
    ['[release-gate]\nfail-on = "warning"\nchecks = ["a"]\nnetwork = true\ntimeout = "10m"', true],
    [
      '[release-gate]\nfail-on = ""\nchecks = "a, b"\ntimeout = 90\ntag-format = "v{version}"',
      true,
    ],
    [waiver, true],
    [waiver.replace('2027-01-31', '"2027-01-31"'), true],
    ['[release-gate]\nfail-on = "bad"', false],
    ['[release-gate]\nfail_on = "error"', false],
    ['[release-gate]\nversion = "1"', false],
    ['[release-gate]\nnetwork = "true"', false],
    ['[release-gate]\ntimeout = "soon"', false],
    ['[release-gate]\nchecks = [1]', false],
    ['[other]', false],
    [waiver.replace('git/*', 'git/other'), false],
    [waiver.replace(/reason.*\n/, ''), false],
    [waiver.replace('2027-01-31', '"soon"'), false],
    [`${waiver}more = 1`, false],
  ])('judges %j as the reader does', (text, good) => {
    expect([accepts(text), reads(text)]).toEqual([good, good]);
  });

  it('describes every key', () => {
    const nameless: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node && typeof node.properties === 'object' && node.properties !== null)
        for (const [key, value] of Object.entries(node.properties))
          if (!('description' in value)) nameless.push(`${path}/${key}`);
      for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
    };
    visit(configSchema(actions), '');
    expect(nameless).toEqual([]);
  });
});
