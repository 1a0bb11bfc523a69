import { describe, expect, it } from 'vitest';
import {
  choiceOption,
  durationOption,
  flagOption,
  listOption,
  readOptions,
  textOption,
  type OptionLayer,
  type OptionSource,
  type OptionSpec,
  type Written,
} from './option.ts';

const specs = {
  'fail-on': choiceOption('', ['error', 'warning', 'never'], 'error'),
  checks: listOption(''),
  network: flagOption(''),
  timeout: durationOption('', '10m'),
  version: textOption('', { sources: ['flag'] }),
};

const layer = (source: OptionSource, given: { readonly [name: string]: Written }): OptionLayer => ({
  source,
  get: (name) => {
    const written = given[name];
    return written === undefined ? undefined : { written, where: `${source} ${name}` };
  },
});

describe('readOptions', () => {
  it('falls back where nothing is given, or only an empty text', () => {
    const defaults = {
      'fail-on': 'error',
      checks: [],
      network: false,
      timeout: 600_000,
      version: undefined,
    };
    expect(readOptions(specs, [])).toEqual(defaults);
    const empty = { 'fail-on': '', checks: ' ', network: '', timeout: '', version: '' };
    expect(readOptions(specs, [layer('flag', empty)])).toEqual(defaults);
  });

  it('takes the first layer that gives a value, passing over empty texts', () => {
    const layers = [
      layer('input', { 'fail-on': '' }),
      layer('flag', { 'fail-on': 'never' }),
      layer('key', { 'fail-on': 'warning' }),
    ];
    expect(readOptions(specs, layers)['fail-on']).toBe('never');
  });

  it('does not take an option from where it cannot be given', () => {
    expect(readOptions(specs, [layer('key', { version: '1.0' })]).version).toBeUndefined();
    expect(readOptions(specs, [layer('flag', { version: '1.0' })]).version).toBe('1.0');
  });

  it('says where a value stands, what it is, and what was expected', () => {
    expect(() => readOptions(specs, [layer('flag', { 'fail-on': 'eror' })])).toThrow(
      'flag fail-on: Unexpected value `eror` for `fail-on`, expected one of error, warning or never; did you mean `error`?',
    );
    expect(() => readOptions(specs, [layer('key', { network: 3 })])).toThrow(
      'key network: Unexpected value `3` for `network`, expected `true` or `false`',
    );
  });
});

describe('an option', () => {
  const { checks, network, timeout } = specs;
  it.each<[string, OptionSpec<unknown>, Written, unknown]>([
    ['list', checks, 'a, b\n# no\n\n c ,', ['a', 'b', 'c']],
    ['list', checks, ['a, b', ' c '], ['a, b', 'c']],
    ['list', checks, 3, 'expected'],
    ['flag', network, 'TRUE', true],
    ['flag', network, ' False ', false],
    ['flag', network, false, false],
    ['flag', network, 'yes', 'expected'],
    ['flag', network, '1', 'expected'],
    ['duration', timeout, '90', 90_000],
    ['duration', timeout, 90, 90_000],
    ['duration', timeout, '1 h', 3_600_000],
    ['duration', timeout, '-1s', 'expected'],
    ['duration', timeout, '1.5s', 'expected'],
    ['duration', timeout, '99999999s', 'expected'],
  ])('%s reads %2$j', (_, spec, written, value) => {
    const result = spec.read(written);
    expect('value' in result ? result.value : 'expected').toEqual(value);
  });
});
