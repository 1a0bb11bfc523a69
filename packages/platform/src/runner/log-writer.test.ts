import fc from 'fast-check';
import { COMMANDS, FORGERIES, readCommand } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { logWriter } from './log-writer.ts';

function bench() {
  const pieces: string[] = [];
  const log = logWriter((lines) => pieces.push(lines));
  return { log, pieces, text: () => pieces.join('') };
}

const commandsIn = (text: string) =>
  text.split(/\r\n|\r|\n/).flatMap((line) => readCommand(line, COMMANDS) ?? []);

describe('logWriter', () => {
  it('writes whole lines only, and the last one when it is told to', () => {
    const { log, pieces } = bench();
    log.write('one\ntw');
    log.write('o');
    expect(pieces).toEqual(['one\n']);
    log.write('\n');
    log.write('three');
    log.flush();
    log.flush();
    expect(pieces).toEqual(['one\n', 'two\n', 'three\n']);
  });

  it('puts a command on a line of its own', () => {
    const { log, text } = bench();
    log.write('half a line');
    log.command({ name: 'group', data: 'Tests' });
    log.write('::endgroup::\n');
    log.command({ name: 'endgroup' });
    expect(text()).toBe('half a line\n::group::Tests\n\\::endgroup::\n::endgroup::\n');
    expect(commandsIn(text()).map(({ name }) => name)).toEqual(['group', 'endgroup']);
  });

  it('lets no command be put together from pieces', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FORGERIES.map(({ text }) => text)),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (forgery, cuts) => {
          const { log, text } = bench();
          const at = [0, ...cuts, forgery.length].toSorted((a, b) => a - b);
          for (const [n, from] of at.entries()) log.write(forgery.slice(from, at[n + 1] ?? from));
          log.flush();
          expect(commandsIn(text())).toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('carries any text within a command as data', () => {
    for (const { text: forgery } of FORGERIES) {
      const { log, text } = bench();
      log.command({ name: 'error', properties: { title: forgery, file: forgery }, data: forgery });
      const found = commandsIn(text());
      expect(found).toMatchObject([{ name: 'error', form: '::', hidden: false }]);
      expect(text().split('\n')).toHaveLength(2);
    }
  });

  it('takes many small pieces of one line in little time', () => {
    const { log, text } = bench();
    const begun = performance.now();
    for (let n = 0; n < 300_000; n += 1) log.write('piece ');
    log.flush();
    expect(text()).toHaveLength(1_800_001);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});
