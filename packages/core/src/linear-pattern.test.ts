import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from './linear-pattern.ts';

describe('linearPattern', () => {
  it.each([
    String.raw`^https?://localhost`,
    String.raw`https://github\.com/[^/]+/[^/]+/(issues|pull)/\d+$`,
    String.raw`(?:a|b)*c`,
    'x{2,3}y',
    'x{2}',
    'x{2,}$',
    String.raw`[\w.-]+@[a-z]{2,}\.org`,
    '[]a]b',
    '[^/]*$',
    'a+?b',
    'a|bc|',
    '(a(b(c)?)+)?$',
    String.raw`\x41\u0042`,
    '{x',
    String.raw`[a\-z]`,
    '[+--]',
  ])('%s matches what JavaScript’s own matches', (source) => {
    const [ours, search, match] = [
      linearPattern(source),
      new RegExp(source.replace('[]a]', String.raw`[\]a]`)),
      new RegExp(`^(?:${source.replace('[]a]', String.raw`[\]a]`)})`),
    ];
    const texts = fc.stringMatching(/^[abcxyAB/.\-+{\]]{0,12}$/);
    const written = fc.constantFrom(
      'https://localhost:80',
      'http://localhos',
      'https://github.com/a/b/issues/12',
      'https://github.com/a/b/pull/12x',
      'me.x@example.org',
    );
    fc.assert(
      fc.property(fc.oneof(texts, written), (text) => {
        expect(ours?.search(text)).toBe(search.test(text));
        expect(ours?.match(text)).toBe(match.test(text));
      }),
    );
  });

  it.each([
    ['(?i)EXAMPLE', 'https://example.org', true],
    ['(?P<host>x)y', 'xy', true],
    [String.raw`\Ax\Z`, 'x', true],
    [String.raw`\Ax\Z`, 'ax', false],
    // What needs more than a line of states matches rather too much.
    ['https://(?!docs)', 'https://docs.example.org', true],
    [String.raw`(a)\1b`, 'azzb', true],
    [String.raw`\bword\b`, 'swords', true],
  ])('%s in %s: %s', (source, text, expected) => {
    expect(linearPattern(source)?.search(text)).toBe(expected);
  });

  it.each(['(', 'a)', '[a', '*', 'a**b('])('%s is no pattern', (source) => {
    expect(linearPattern(source)).toBeUndefined();
  });

  it.each(['(a+)+$', '(a|a)*b', '(.*)(.*)(.*)(.*)[0-9]$', '(x{0,900}){0,900}y', '((a?){30}){30}b'])(
    '%s takes linear time',
    (source) => {
      const pattern = linearPattern(source);
      const began = performance.now();
      expect(pattern?.search(`${'a'.repeat(300)}!`)).toBe(false);
      expect(performance.now() - began).toBeLessThan(30_000);
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, text) => {
        expect(linearPattern(source)?.search(text)).not.toBeNull();
      }),
    );
  });
});
