import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanAnchors } from './page-anchors.ts';

const found = (html: string, anchor: string, size = html.length || 1): boolean | undefined => {
  const scan = scanAnchors([anchor]);
  for (let at = 0; at < html.length; at += size) scan.push(html.slice(at, at + size));
  return scan.result().anchors.get(anchor);
};

describe('scanAnchors', () => {
  it.each([
    ['<h2 id="install">', 'install', true],
    ["<h2 id='install'>", 'install', true],
    ['<h2 id=install>', 'install', true],
    ['<a name="install"></a>', 'install', true],
    ['<h2 class="x"\n  ID = "install">', 'install', true],
    ['<h2 id="user-content-install">', 'install', true],
    ['<h2 id="a&amp;b">', 'a&b', true],
    ['<h2 id="caf&#233;">', 'café', true],
    ['<h2 data-id="install">', 'install', false],
    ['<h2 id="install-it">', 'install', false],
    ['id="install"', 'install', false],
    ['<h2 id="Install">', 'install', false],
    ['<h2 id="install"', 'install', false],
    ['', 'install', false],
  ])('in %s the anchor %s is there: %s', (html, anchor, expected) => {
    expect(found(html, anchor)).toBe(expected);
  });

  it('finds an anchor wherever the pieces of the page end', () => {
    const html = '<p>text</p><section class="a" id="install"><h2>x</h2></section>';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: html.length }), (size) => {
        expect(found(html, 'install', size)).toBe(true);
      }),
    );
  });

  it('is done as soon as all are found', () => {
    const scan = scanAnchors(['a', 'b']);
    scan.push('<i id=a>');
    expect(scan.done()).toBe(false);
    scan.push('<i id=b>');
    expect(scan.done()).toBe(true);
  });

  it('keeps no more than a tag of a page that never closes one', () => {
    const scan = scanAnchors(['a']);
    for (let i = 0; i < 1000; i += 1) scan.push(`<${'x'.repeat(1000)}`);
    scan.push('><i id=a>');
    expect(scan.done()).toBe(true);
  });
});
