import { duration, fit, listed, padTo } from '@pymaint/core';
import type { Console } from './console.ts';
import type { Step } from './steps.ts';

/** Lines that are drawn again where they stand. */
export interface LiveView {
  readonly draw: (label: string, milliseconds: number, steps: readonly Step[]) => void;
  /** Leaves the terminal as it was found: lines wiped, cursor shown. Safe to call twice. */
  readonly wipe: () => void;
}

/** A terminal's height is not asked for: so many lines fit everywhere. */
const MOST_STEPS = 8;
const BRIEF = 300;
/** ECMA-48 control sequences. */
const [HIDE, SHOW, END_OF_LINE, BELOW] = ['\u001b[?25l', '\u001b[?25h', '\u001b[K', '\u001b[J'];
const up = (lines: number): string => (lines === 0 ? '\r' : `\r\u001b[${lines}A`);

/**
 * Each drawing is one write that goes over the old lines without wiping them first, so nothing flickers; a line never
 * fills the last column, where terminals differ.
 */
export function liveView(terminal: Console): LiveView {
  let drawn = 0;
  let turn = 0;
  return {
    draw(label, milliseconds, steps) {
      const lines = linesOf(terminal, turn, label, milliseconds, steps);
      turn += 1;
      const text = lines.map((line) => `${line}${END_OF_LINE}\n`).join('');
      terminal.writeError(`${drawn === 0 ? HIDE : ''}${up(drawn)}${text}${BELOW}`);
      drawn = lines.length;
    },
    wipe() {
      if (drawn > 0) terminal.writeError(`${up(drawn)}${BELOW}${SHOW}`);
      drawn = 0;
    },
  };
}

function linesOf(
  terminal: Console,
  turn: number,
  label: string,
  milliseconds: number,
  steps: readonly Step[],
): readonly string[] {
  const { columns, colour, unicode } = terminal;
  const [frames, wait, more] = unicode ? ['⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏', '·', '…'] : ['|/-\\', '.', '...'];
  const frame = frames[turn % frames.length] ?? '';
  const dim = (text: string): string => (colour ? `\u001b[2m${text}\u001b[22m` : text);
  const shown = steps.filter((step) => step.milliseconds >= BRIEF);
  const width = Math.max(0, ...shown.map(({ fact }) => fact.length));
  const room = Math.max(1, columns - 1);
  const cut = (line: string): string => (unicode ? fit(line, room) : line.slice(0, room));
  const rows = shown
    .slice(0, MOST_STEPS)
    .map(({ fact, waitsFor, milliseconds: time, words }) =>
      waitsFor.length === 0
        ? cut(
            `  ${frame} ${padTo(fact, width)}  ${duration(time)}${words === undefined ? '' : `  ${words}`}`,
          )
        : dim(cut(`  ${wait} ${padTo(fact, width)}  waits for ${listed(waitsFor)}`)),
    );
  const rest = shown.length - rows.length;
  return [
    cut(`${label}  ${duration(milliseconds)}`),
    ...rows,
    ...(rest > 0 ? [dim(cut(`  ${wait} ${more} and ${rest} more`))] : []),
  ];
}
