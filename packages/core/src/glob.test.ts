import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';

/** The same rules as a regular expression, which may take exponential time. */
const slowly = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replace(/\*\*\/|\*\*|\*|\?|[^*?]/g, (part) => {
      if (part === '**/') return '(?:[^/]*/)*';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
    })}$`,
    's',
  );

describe('matchesGlob', () => {
  it.each([
    ['docs/*.rst', 'docs/api.rst', true],
    ['docs/*.rst', 'docs/a/b.rst', false],
    ['docs/**/*.rst', 'docs/a/b.rst', true],
    ['docs/**/*.rst', 'docs/b.rst', true],
    ['**/conf.py', 'conf.py', true],
    ['**/conf.py', 'a/xconf.py', false],
    ['docs/**', 'docs/a/b', true],
    ['docs/**', 'docs/', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a].py', '[a].py', true],
    ['', '', true],
    ['*', '', true],
    ['*', 'a/b', false],
    ['**', 'a/b', true],
  ])('%s on %s: %s', (glob, path, matches) => {
    expect(matchesGlob(glob, path)).toBe(matches);
  });

  it('agrees with the rules written as a regular expression', () => {
    const part = (parts: readonly string[]) =>
      fc.array(fc.constantFrom(...parts), { maxLength: 7 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        part(['a', 'b', '/', '*', '**', '**/', '?', '.']),
        part(['a', 'b', '/', '.']),
        (glob, path) => {
          expect(matchesGlob(glob, path)).toBe(slowly(glob).test(path));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('does not take exponential time', () => {
    expect(matchesGlob(`${'a*'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false);
    expect(matchesGlob(`${'**/a'.repeat(30)}b`, 'a/'.repeat(2000))).toBe(false);
  });
});
