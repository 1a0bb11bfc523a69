import { describe, expect, it } from 'vitest';
import { hasScriptedAnchors, passedOver } from './pass-over.ts';
import { webAddress } from './uses.ts';

describe('passedOver', () => {
  it.each([
    ['https://docs.python.org/3/', undefined],
    ['https://www.example.com/x', 'example'],
    ['http://my-project.test', 'example'],
    ['http://localhost:8000/docs', 'example'],
    ['http://127.0.0.1/', 'example'],
    ['http://2130706433/', 'example'],
    ['http://[::1]:80/', 'example'],
    ['http://[2606:4700::1111]/', undefined],
    ['http://8.8.8.8/', undefined],
    ['http://192.168.1.10/admin', 'example'],
    ['http://server/path', 'example'],
    ['http://printer.local.', 'example'],
    ['https://example.readthedocs.io/', undefined],
    ['https://github.com/{owner}/{repo}', 'template'],
    ['https://github.com/<you>/repo', 'template'],
    ['https://api.github.com/repos/$OWNER', 'template'],
    ['https://pypi.org/project/...', 'template'],
  ] as const)('%s: %s', (written, expected) => {
    expect(passedOver(written, webAddress(written) ?? '')).toBe(expected);
  });
});

describe('hasScriptedAnchors', () => {
  it.each([
    ['https://github.com/o/r/blob/main/a.py#L3', true],
    ['https://github.com.example.org/#x', false],
    ['https://docs.python.org/3/#x', false],
  ])('%s: %s', (href, expected) => {
    expect(hasScriptedAnchors(href)).toBe(expected);
  });
});
