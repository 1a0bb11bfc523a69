import { describe, expect, it } from 'vitest';
import { proxyFor } from './proxy.ts';

const PROXY = { https_proxy: 'http://proxy:3128', HTTP_PROXY: 'plain:8080' };

describe('proxyFor', () => {
  it.each([
    ['https://pypi.org/x', PROXY, 'http://proxy:3128/'],
    ['http://pypi.org/x', PROXY, 'http://plain:8080/'],
    ['https://pypi.org', {}, undefined],
    ['https://pypi.org', { https_proxy: '', HTTPS_PROXY: 'http://upper:1' }, undefined],
    ['https://pypi.org', { HTTPS_PROXY: 'http://u:p@upper:1' }, 'http://u:p@upper:1/'],
    ['https://pypi.org', { https_proxy: 'socks5://x:1' }, undefined],
    ['https://localhost:8000', PROXY, undefined],
    ['http://127.0.0.1:1', PROXY, undefined],
    ['http://[::1]:1', PROXY, undefined],
  ])('of %s with %o is %s', (target, env, expected) => {
    expect(proxyFor(new URL(target), env)?.href).toBe(expected);
  });

  it.each([
    ['*', 'https://pypi.org', true],
    ['pypi.org', 'https://pypi.org', true],
    ['pypi.org', 'https://files.pypi.org', true],
    ['.pypi.org', 'https://files.pypi.org', true],
    ['*.pypi.org', 'https://files.pypi.org', true],
    ['PyPI.org', 'https://pypi.org', true],
    ['a, pypi.org:443', 'https://pypi.org', true],
    ['pypi.org:80', 'https://pypi.org', false],
    ['pypi.org:8443', 'https://pypi.org:8443', true],
    ['pi.org', 'https://pypi.org', false],
    ['org.example', 'https://pypi.org', false],
    ['', 'https://pypi.org', false],
    [',', 'https://pypi.org', false],
  ])('no_proxy `%s` exempts %s: %s', (no_proxy, target, exempt) => {
    expect(proxyFor(new URL(target), { ...PROXY, no_proxy }) === undefined).toBe(exempt);
  });
});
