import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../errors.ts';
import {
  choiceOption,
  durationOption,
  flagOption,
  listOption,
  readOptions,
  textOption,
} from '../option.ts';
import type { KnownActions } from './known-action.ts';
import { readConfig } from './read-config.ts';

const options = {
  'fail-on': choiceOption('When to fail.', ['error', 'warning'], 'error'),
  checks: listOption('Which checks.'),
  skip: listOption('Which not.'),
  'tag-format': textOption('The tag.', { sources: ['key', 'flag'] }),
  version: textOption('The version.', { sources: ['flag', 'input'] }),
  network: flagOption('Whether to ask the network.'),
  timeout: durationOption('How long.', '10m'),
};
const known: KnownActions = {
  actions: [
    {
      name: 'release-gate',
      summary: 'May it be released?',
      options,
      rules: ['version/tag-agrees', 'git/tree-clean'],
    },
  ],
};

const pyproject = (text: string, names = known) =>
  readConfig({ pyproject: { path: 'pyproject.toml', text } }, names);

const gate = (lines: string) => `[tool.pymaint.release-gate]\n${lines}\n`;
const waiver = (lines: string) => `[[tool.pymaint.waivers]]\n${lines}\n`;
const whole = 'rule = "git/tree-clean"\nreason = "built in a dirty tree"\nexpires = 2027-01-31';

function errorOf(read: () => unknown): string {
  try {
    read();
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message;
    throw thrown;
  }
  return 'no error';
}

describe('readConfig', () => {
  it('gives an action its options, with their places', () => {
    const text = gate(
      'fail-on = "warning"\nchecks = ["version", "git"]\nnetwork = true\ntimeout = 90\ntag-format = ""',
    );
    const layer = pyproject(text).layer('release-gate');
    expect(layer.get('fail-on')).toEqual({ written: 'warning', where: 'pyproject.toml:2:11' });
    expect(layer.get('skip')).toBeUndefined();
    expect(readOptions(options, [layer])).toEqual({
      'fail-on': 'warning',
      checks: ['version', 'git'],
      skip: [],
      'tag-format': undefined,
      version: undefined,
      network: true,
      timeout: 90_000,
    });
  });

  it('reads all of pymaint.toml', () => {
    const text = '[release-gate]\nfail-on = "warning"\n[[waivers]]\n' + whole;
    const config = readConfig({ pymaint: { path: 'pymaint.toml', text } }, known);
    expect(config.path).toBe('pymaint.toml');
    expect(config.layer('release-gate').get('fail-on')?.written).toBe('warning');
    expect(config.waivers).toHaveLength(1);
  });

  it('reads waivers with the place of their rule', () => {
    expect(pyproject(waiver(whole)).waivers).toEqual([
      {
        rule: 'git/tree-clean',
        match: '*',
        reason: 'built in a dirty tree',
        expires: '2027-01-31',
        place: { path: 'pyproject.toml', line: 2, column: 8, endLine: 2, endColumn: 24 },
      },
    ]);
  });

  it.each(['', '[project]\nname = "pymaint-user"', '[tool.other]\npymaint = 1'])(
    'finds nothing in %j',
    (text) => {
      const config = pyproject(text);
      expect([config.path, config.waivers]).toEqual([undefined, []]);
      expect(config.layer('release-gate').get('fail-on')).toBeUndefined();
    },
  );

  it('leaves a broken pyproject.toml that does not name pymaint to the checks', () => {
    expect(pyproject('[project\nname=').path).toBeUndefined();
  });

  it('leaves tables and waivers of actions alone that are not part of this program', () => {
    const text = `[tool.pymaint.docs-linkcheck]\nanything = 1\n${waiver(whole.replace('git/', 'links/'))}`;
    expect(pyproject(text, { ...known, others: ['docs-linkcheck'] }).waivers).toHaveLength(1);
    expect(errorOf(() => pyproject(text))).toContain('docs-linkcheck');
  });

  it('uses pymaint.toml beside a pyproject.toml that says nothing of it', () => {
    const files = {
      pyproject: { path: 'pyproject.toml', text: '[project]\nname = "pymaint"' },
      pymaint: { path: 'pymaint.toml', text: '' },
    };
    expect(readConfig(files, known).path).toBe('pymaint.toml');
  });
});

describe('a mistake in the configuration', () => {
  it.each([
    [
      gate('fail_on = "error"'),
      '2:1: Unexpected key `fail_on` in [tool.pymaint.release-gate], expected one of checks, fail-on, network, skip, tag-format, timeout; did you mean `fail-on`?',
    ],
    [
      gate('version = "1.0"'),
      '2:1: Unexpected key `version` in [tool.pymaint.release-gate], expected it as an input or `--version`: it is not for a file',
    ],
    [
      '[tool.pymaint.relase-gate]',
      '1:15: Unexpected key `relase-gate` in [tool.pymaint], expected one of release-gate, waivers; did you mean `release-gate`?',
    ],
    [
      gate('fail-on = "eror"'),
      '2:11: Unexpected string `eror` for `fail-on`, expected one of error or warning; did you mean `error`?',
    ],
    [gate('fail-on = 3'), '2:11: Unexpected integer `3` for `fail-on`, expected a string'],
    [gate('tag-format = 1.10'), '2:14: Unexpected float `1.1` for `tag-format`, expected a string'],
    [
      gate('network = "true"'),
      '2:11: Unexpected string `true` for `network`, expected `true` or `false` without quotes',
    ],
    [
      gate('checks = ["a", 2]'),
      '2:16: Unexpected integer `2` for `checks`, expected an array of strings',
    ],
    [
      gate('timeout = "soon"'),
      '2:11: Unexpected string `soon` for `timeout`, expected a length of time such as `90s` or `10m`',
    ],
    [gate('skip = {}'), '2:8: Unexpected table for `skip`, expected an array of strings'],
    [
      '[tool.pymaint]\nrelease-gate = "yes"',
      '2:16: Unexpected string for `release-gate`, expected the table [tool.pymaint.release-gate]',
    ],
    ['[tool]\npymaint = 1', '2:11: Unexpected integer for `pymaint` in [tool], expected a table'],
    [
      waiver(whole.replace('tree-clean', 'tree-claen')),
      '2:8: Unexpected rule `git/tree-claen` in [[tool.pymaint.waivers]], expected the id of a rule, or a group with `/*`; did you mean `git/tree-clean`?',
    ],
    [
      waiver(whole.replace('2027-01-31', '"soon"')),
      '4:11: Unexpected `soon` for `expires` in [[tool.pymaint.waivers]], expected a day such as 2027-01-31',
    ],
    [
      waiver(whole.replace('2027-01-31', '"2027-02-30"')),
      '4:11: Unexpected `2027-02-30` for `expires` in [[tool.pymaint.waivers]], expected a day such as 2027-01-31',
    ],
    [
      waiver('rule = "git/*"\nexpires = 2027-01-31'),
      '1:16: Unexpected waiver without `reason` in [[tool.pymaint.waivers]], expected `rule`, `reason` and `expires`',
    ],
    [
      waiver(whole.replace('"built in a dirty tree"', '" "')),
      '3:10: Unexpected empty string for `reason` in [[tool.pymaint.waivers]], expected a string that says something',
    ],
    [
      waiver(`${whole}\nuntil = 1`),
      '5:1: Unexpected key `until` in [[tool.pymaint.waivers]], expected one of expires, match, reason, rule',
    ],
    [
      '[tool.pymaint]\nwaivers = [1]',
      '2:12: Unexpected integer in `waivers`, expected a table headed [[tool.pymaint.waivers]]',
    ],
    [
      '[tool.pymaint]\nwaivers = 1',
      '2:11: Unexpected integer for `waivers`, expected tables headed [[tool.pymaint.waivers]]',
    ],
  ])('is told with its place and its mending: %j', (text, message) => {
    expect(errorOf(() => pyproject(text))).toBe(`pyproject.toml:${message}`);
  });

  it('is a file that is no TOML', () => {
    expect(errorOf(() => pyproject('[tool.pymaint\n'))).toMatch(
      /^pyproject\.toml:\d+:\d+: Unexpected /,
    );
  });

  it('is to configure in two files', () => {
    const files = {
      pyproject: { path: 'pyproject.toml', text: gate('') },
      pymaint: { path: 'pymaint.toml', text: '[release-gate]' },
    };
    expect(errorOf(() => readConfig(files, known))).toBe(
      'pymaint.toml:1:1: Unexpected second configuration, expected it in one file: pyproject.toml:1:7 has [tool.pymaint] too',
    );
  });

  it('is never more than a UserError', () => {
    const scraps = [
      '[tool.pymaint',
      '.release-gate',
      ']',
      '\n',
      'rule',
      ' = ',
      '"x"',
      '[[',
      ']]',
      '1',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...scraps, '.waivers', '{}', 'checks', '#')),
        (parts) => {
          expect(errorOf(() => pyproject(parts.join('')))).toBeTypeOf('string');
        },
      ),
    );
  });
});
