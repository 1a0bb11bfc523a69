import { tomlDocument } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { indexAddress } from './index-address.ts';

const uv = tomlDocument(
  'pyproject.toml',
  '[[tool.uv.index]]\nname = "other"\nurl = "https://other.org/simple"\n\n[[tool.uv.index]]\nname = "ours"\nurl = "https://uv.org/simple/"\ndefault = true\n',
);
const none = tomlDocument('pyproject.toml', '');

describe('indexAddress', () => {
  it.each([
    [
      'the option first of all',
      'https://option.org/simple',
      { PIP_INDEX_URL: 'https://pip.org/simple' },
      uv,
      'https://option.org/simple',
    ],
    [
      'uv’s variable before pip’s',
      undefined,
      { UV_DEFAULT_INDEX: 'x=https://env.org/s', PIP_INDEX_URL: 'https://pip.org' },
      uv,
      'https://env.org/s',
    ],
    [
      'pip’s variable',
      undefined,
      { PIP_INDEX_URL: 'https://pip.org/simple/' },
      uv,
      'https://pip.org/simple',
    ],
    ['no empty variable', undefined, { PIP_INDEX_URL: '' }, none, 'https://pypi.org/simple'],
    ['the default of uv’s configuration', undefined, {}, uv, 'https://uv.org/simple'],
    ['PyPI', undefined, {}, none, 'https://pypi.org/simple'],
  ])('takes %s', (_, option, env, pyproject, expected) => {
    expect(indexAddress(option, env, pyproject).url).toBe(expected);
  });

  it('shows no password, and sends it', () => {
    expect(indexAddress('https://me:p%40ss@private.org/simple', {}, none)).toEqual({
      url: 'https://private.org/simple',
      headers: { authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}` },
    });
  });

  it.each(['pypi', 'file:///srv/simple'])('refuses %s', (option) => {
    expect(() => indexAddress(option, {}, none)).toThrow(
      /^Unexpected address of the package index/,
    );
  });
});
