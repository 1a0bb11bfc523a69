import { gatherFacts, known, fileStart, type GatherEvent } from '@pymaint/core';
import { fakeClock, type FakeClock } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { showsUnicode, type Console } from './console.ts';
import { startProgress } from './progress.ts';

/** A terminal that keeps what is written, and what a person would see of it. */
function recorder(how: Partial<Console> = {}) {
  const writes: string[] = [];
  const stops: (() => void)[] = [];
  const console: Console = {
    args: [],
    cwd: '/',
    isTerminal: true,
    columns: 80,
    colour: false,
    canRedraw: true,
    unicode: true,
    whenStopped(call) {
      stops.push(call);
      return () => void stops.splice(stops.indexOf(call), 1);
    },
    write: () => undefined,
    writeError: (text) => void writes.push(text),
    ...how,
  };
  return { console, writes, stops, screen: () => screenOf(writes.join('')) };
}

/** The few sequences of ECMA-48 that are used, on an endless screen; anything else makes the test fail. */
function screenOf(text: string) {
  const lines: string[] = [''];
  let [row, column, cursor] = [0, 0, true];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const sequence = /^\u001b\[(\??)(\d*)([A-Za-z])/.exec(rest);
    const line = lines[row] ?? '';
    if (sequence !== null) {
      const [all, mark, number, kind] = sequence;
      if (mark === '?' && number === '25') cursor = kind === 'h';
      else if (kind === 'A') row -= Number(number);
      else if (kind === 'K') lines[row] = line.slice(0, column);
      else if (kind === 'J') {
        lines[row] = line.slice(0, column);
        lines.length = row + 1;
      } else if (kind !== 'm') throw new Error(`unknown sequence ${JSON.stringify(all)}`);
      at += all.length;
      continue;
    }
    const [character = ''] = rest;
    if (character === '\r') column = 0;
    else if (character === '\n') {
      [row, column] = [row + 1, 0];
      lines[row] ??= '';
    } else {
      lines[row] = line.slice(0, column).padEnd(column) + character + line.slice(column + 1);
      column += 1;
    }
    at += 1;
  }
  if (row < 0) throw new Error('above the first line');
  return { lines: lines.filter((line) => line !== ''), cursor };
}

const started = (fact: string, at: number): GatherEvent => ({ kind: 'started', fact, at });
const ended = (fact: string, at: number): GatherEvent => ({ kind: 'ended', fact, at });
const waiting = (fact: string, on: string, at: number): GatherEvent => ({
  kind: 'waiting',
  fact,
  on,
  at,
});
const resumed = (fact: string, on: string, at: number): GatherEvent => ({
  kind: 'resumed',
  fact,
  on,
  at,
});

/** A view in which the tests wait for the build and the tools. */
async function underWay(how: Partial<Console> = {}) {
  const clock = fakeClock('2026-01-02');
  const terminal = recorder(how);
  const progress = startProgress(terminal.console, clock, 'release-gate');
  progress.onEvent(started('build', 0));
  progress.onEvent(started('tests', 0));
  progress.onEvent(waiting('tests', 'tools', 0));
  progress.onEvent(waiting('tests', 'build', 0));
  const until = async (time: number): Promise<void> => clock.advance(time - clock.monotonic());
  return { ...terminal, progress, until };
}

describe('on a terminal', () => {
  it('shows what runs, for how long, and what waits for what', async () => {
    const { progress, screen, until } = await underWay();
    await until(300);
    expect(screen().lines).toEqual([]);
    await until(1250);
    expect(screen()).toEqual({
      lines: [
        'release-gate  1.2 s',
        expect.stringMatching(/^ {2}\S build {2}1\.2 s$/),
        '  · tests  waits for tools and build',
      ],
      cursor: false,
    });
    progress.onEvent(resumed('tests', 'tools', 1250));
    progress.onEvent(ended('build', 2000));
    progress.onEvent(resumed('tests', 'build', 2000));
    await until(3050);
    expect(screen().lines.slice(1)).toEqual([expect.stringMatching(/^ {2}\S tests {2}1\.0 s$/)]);
    progress.stop();
    progress.stop();
    expect(screen()).toEqual({ lines: [], cursor: true });
  });

  it('shows how far a step has come, where it says so', async () => {
    const { progress, screen, until } = await underWay();
    progress.onEvent({ kind: 'progress', fact: 'build', words: '3 of 10 files', at: 400 });
    await until(1250);
    expect(screen().lines[1]).toMatch(/build {2}1\.2 s {2}3 of 10 files$/);
    progress.stop();
  });

  it('draws each time by one write, over the old lines and not into blank ones', async () => {
    const { writes, progress, until } = await underWay();
    await until(5000);
    expect(writes.length).toBeGreaterThan(20);
    for (const write of writes.slice(1)) {
      expect(write.startsWith('\r\u001b[3A')).toBe(true);
      // Only what is below the last line is wiped.
      expect(write.indexOf('\u001b[J')).toBe(write.length - '\u001b[J'.length);
    }
    progress.stop();
    const before = writes.length;
    await until(9000);
    expect(writes.length).toBe(before);
  });

  it.each([12, 20, 1])('never fills a line of %i columns', async (columns) => {
    const { progress, screen, until } = await underWay({ columns });
    await until(3000);
    expect(screen().lines.length).toBeGreaterThan(0);
    for (const line of screen().lines) expect(line.length).toBeLessThan(Math.max(2, columns));
    progress.stop();
  });

  it('uses ASCII alone where the locale has no more, and no colour where none is wanted', async () => {
    const plain = await underWay({ unicode: false, columns: 30 });
    await plain.until(3000);
    plain.progress.stop();
    expect(plain.writes.join('')).toMatch(/^[\u0020-\u007e\r\n\u001b]+$/);
    expect(plain.writes.join('')).not.toMatch(/\u001b\[\d+m/);
    const coloured = await underWay({ colour: true });
    await coloured.until(3000);
    coloured.progress.stop();
    expect(coloured.writes.join('')).toMatch(/\u001b\[2m.*waits for.*\u001b\[22m/);
  });

  it('puts the terminal right when the process is told to stop', async () => {
    const { stops, screen, until } = await underWay();
    await until(3000);
    expect(screen().cursor).toBe(false);
    for (const stop of stops) stop();
    expect(screen()).toEqual({ lines: [], cursor: true });
  });

  it('folds what does not fit', async () => {
    const { progress, screen, until } = await underWay();
    for (let n = 0; n < 20; n += 1) progress.onEvent(started(`fact${n}`, 0));
    await until(2000);
    expect(screen().lines).toHaveLength(10);
    expect(screen().lines.at(-1)).toBe('  · … and 14 more');
    progress.stop();
  });
});

describe('elsewhere', () => {
  it('a line tells that a step takes long, and one that it has ended; short ones are passed over', async () => {
    const { writes, progress, until } = await underWay({ canRedraw: false });
    progress.onEvent(ended('build', 2000));
    await until(2000);
    progress.onEvent(resumed('tests', 'build', 2000));
    progress.onEvent(resumed('tests', 'tools', 2000));
    await until(4900);
    expect(writes).toEqual([]);
    await until(9000);
    progress.onEvent(ended('tests', 9500));
    progress.stop();
    expect(writes).toEqual([
      'release-gate: tests is running\n',
      'release-gate: tests ended after 7.5 s\n',
    ]);
  });
});

it('follows a real run of facts that wait for each other', async () => {
  const clock: FakeClock = fakeClock('2026-01-02');
  const { console, screen } = recorder();
  const progress = startProgress(console, clock, 'toy');
  const fact = known(1, fileStart('.'));
  const run = gatherFacts(
    {
      slow: async () => {
        await clock.sleep(2000);
        return fact;
      },
      late: async (need) => need('slow'),
    },
    ['late'],
    { now: () => clock.monotonic(), onEvent: progress.onEvent },
  );
  await clock.advance(1000);
  expect(screen().lines.slice(1)).toEqual([
    expect.stringMatching(/^ {2}\S slow {2}1\.0 s$/),
    '  · late  waits for slow',
  ]);
  await clock.advance(2000);
  await run;
  progress.stop();
  expect(screen()).toEqual({ lines: [], cursor: true });
});

it.each([
  [{ LANG: 'de_DE.UTF-8' }, 'linux', true],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'linux', false],
  [{ LANG: 'C', LC_CTYPE: 'en_GB.utf8' }, 'linux', true],
  [{ LC_ALL: '', LANG: 'C.UTF-8' }, 'darwin', true],
  [{}, 'linux', false],
  [{}, 'win32', true],
] as const)('a terminal of %j on %s shows Unicode: %s', (env, platform, expected) => {
  expect(showsUnicode(env, platform)).toBe(expected);
});
