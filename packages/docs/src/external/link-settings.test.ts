import { describe, expect, it } from 'vitest';
import { sphinxConf } from '../sphinx/conf.ts';
import { linkSettings } from './link-settings.ts';

const url = 'https://www.linkedin.com/in/someone';

describe('linkSettings', () => {
  it.each([
    ['pymaint’s own option', { patterns: ['linkedin'] }],
    ['.lycheeignore', { patterns: [], lycheeIgnore: '# walls\n\nlinkedin\\.com\r\n' }],
    ['lychee.toml', { patterns: [], lycheeToml: 'exclude = ["^https://www[.]linkedin"]' }],
    [
      'markdown-link-check',
      { patterns: [], markdownLinkCheck: '{"ignorePatterns": [{"pattern": "linkedin"}]}' },
    ],
    [
      'Sphinx',
      { patterns: [], sphinx: sphinxConf('conf.py', "linkcheck_ignore = [r'https://www\\.link']") },
    ],
  ])('understands %s', (_, sources) => {
    const { isIgnored } = linkSettings(sources);
    expect([isIgnored(url), isIgnored('https://docs.python.org/3/')]).toEqual([true, false]);
  });

  it('matches Sphinx’s patterns at the beginning alone', () => {
    const sphinx = sphinxConf('conf.py', "linkcheck_ignore = ['linkedin']");
    expect(linkSettings({ patterns: [], sphinx }).isIgnored(url)).toBe(false);
  });

  it.each([
    ['linkcheck_anchors = False', 'x', true],
    ["linkcheck_anchors_ignore = ['^L']", 'L12', true],
    ["linkcheck_anchors_ignore = ['^L']", 'x', false],
    ["linkcheck_anchors_ignore_for_url = [r'https://www\\.']", 'x', true],
    ['', '!route', true],
    ['', 'x', false],
  ])('%s: the anchor %s is ignored: %s', (text, anchor, expected) => {
    const settings = linkSettings({ patterns: [], sphinx: sphinxConf('conf.py', text) });
    expect(settings.ignoresAnchor(url, anchor)).toBe(expected);
  });

  it.each([
    { patterns: ['('] },
    { patterns: [], lycheeToml: 'exclude = 1' },
    { patterns: [], lycheeToml: '= broken' },
    { patterns: [], markdownLinkCheck: '{' },
    { patterns: [], markdownLinkCheck: '{"ignorePatterns": [null, {"pattern": 1}, "x"]}' },
  ])('is not led astray by %j', (sources) => {
    expect(linkSettings(sources).isIgnored(url)).toBe(false);
  });
});
