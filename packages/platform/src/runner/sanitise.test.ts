import fc from 'fast-check';
import { COMMANDS, FORGERIES, lineReader, readCommand } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { sanitise } from './sanitise.ts';

/** What the runner would take for commands in a text. */
function commandsIn(text: string) {
  const found: string[] = [];
  const reader = lineReader((line) => {
    if (readCommand(line, COMMANDS) !== undefined) found.push(line);
  });
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return found;
}

const SIGNS =
  ':|#|[|]|\n|\r|\t| |\\|x|=|,|%|error|set-output name=a|\u200d|\u00ad|\ufeff|\u0085|\u2028';
const signs = fc.string({ unit: fc.constantFrom(...SIGNS.split('|')), maxLength: 40 });

describe('sanitise', () => {
  it('leaves no command in any forgery, and every word of it', () => {
    expect(FORGERIES.length).toBeGreaterThan(300);
    const open = FORGERIES.filter(({ text }) => commandsIn(text).length > 0);
    // Most do work where nothing is done; of the rest a part works on other readers than this one.
    expect(open.length).toBeGreaterThan(200);
    expect(FORGERIES.filter(({ text }) => commandsIn(sanitise(text)).length > 0)).toEqual([]);
    expect(FORGERIES.filter(({ text }) => !sanitise(text).includes('FORGED'))).toEqual([]);
  });

  it.each([
    ['plain text\n', 'plain text\n'],
    ['a :: b', 'a :: b'],
    ['::', String.raw`\::`],
    ['a\n  ::\nb', 'a\n  \\::\nb'],
    ['\t::error::x', String.raw` \::error::x`],
    ['see ##[error]', String.raw`see ##\[error]`],
    ['####[', String.raw`####\[`],
    ['a\rb', 'a\nb'],
    ['a\r\nb', 'a\nb'],
    ['\u001b[31mred\u001b[0m', String.raw`\x1b[31mred\x1b[0m`],
    ['\u202egnp.exe', String.raw`\u202egnp.exe`],
    ['👩‍💻 é 漢', '👩‍💻 é 漢'],
    [':::', String.raw`\:::`],
    ['', ''],
  ])('of %j is %j', (text, expected) => {
    expect(sanitise(text)).toBe(expected);
  });

  it('leaves no command in any text, and changes nothing the second time', () => {
    fc.assert(
      fc.property(signs, (text) => {
        const safe = sanitise(text);
        expect(commandsIn(safe)).toEqual([]);
        expect(sanitise(safe)).toBe(safe);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the time that sanitise takes', () => {
  it.each([
    ['signs', '#'.repeat(500_000)],
    ['unseen characters', `:${'\u200d'.repeat(500_000)}`],
    ['signs and unseen characters', '#\u200d'.repeat(250_000)],
    ['blanks', ' '.repeat(500_000)],
    ['blanks and unseen characters', ' \u200d'.repeat(250_000)],
    ['line ends', '\n'.repeat(500_000)],
  ])('is little for many %s', (_, text) => {
    const begun = performance.now();
    sanitise(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
