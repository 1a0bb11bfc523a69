import { parsePattern, type PatternNode } from './pattern-syntax.ts';

/**
 * A regular expression that a user wrote, matched in linear time: all ways to match are followed side by side, so
 * that no pattern can make a run hang. What needs more (looking around, references to groups) is taken to match
 * anything: for patterns that say what to leave alone, rather too much is left alone than too little.
 */
export interface LinearPattern {
  /** Whether some part of the text matches. */
  readonly search: (text: string) => boolean;
  /** Whether the text begins with a match, as Python's `re.match` asks. */
  readonly match: (text: string) => boolean;
}

/** One state: a character to take, an assertion to hold, or ways to go on without taking any. */
interface State {
  readonly is?: (character: string) => boolean;
  readonly at?: 'start' | 'end';
  readonly next: number[];
}

/** More states than this make a pattern too costly; repetitions beyond are taken as "any number of times". */
const MOST_STATES = 1000;

/** Compiles a pattern in the syntax that Python, JavaScript and Rust share; undefined where it is none. */
export function linearPattern(source: string): LinearPattern | undefined {
  const tree = parsePattern(source);
  if (tree === undefined) return undefined;
  const states: State[] = [{ next: [] }];
  const accept = build(tree, 0, states);
  const run = (text: string, anywhere: boolean): boolean => {
    let now = closure([0], states, 0, text.length);
    let at = 0;
    for (const character of text) {
      if (now.has(accept)) return true;
      const next = anywhere ? [0] : [];
      for (const index of now) {
        const state = states[index];
        if (state?.is?.(character) === true) next.push(...state.next);
      }
      if (next.length === 0) return false;
      at += character.length;
      now = closure(next, states, at, text.length);
    }
    return now.has(accept);
  };
  return { search: (text) => run(text, true), match: (text) => run(text, false) };
}

function closure(
  from: readonly number[],
  states: readonly State[],
  at: number,
  length: number,
): ReadonlySet<number> {
  const seen = new Set(from);
  // A set is walked in the order of adding, those added on the way too.
  for (const index of seen) {
    const state = states[index];
    if (state === undefined || state.is !== undefined) continue;
    if (state.at === 'start' && at !== 0) continue;
    if (state.at === 'end' && at !== length) continue;
    for (const next of state.next) seen.add(next);
  }
  return seen;
}

/** Adds the states of a node behind state `from`, and gives the last one. */
function build(node: PatternNode, from: number, states: State[]): number {
  const add = (before: number, state?: Omit<State, 'next'>): number =>
    addState(before, states, state);
  switch (node.kind) {
    case 'char':
      return add(add(from, { is: node.is }));
    case 'start':
    case 'end':
      return add(add(from, { at: node.kind }));
    case 'all':
      return node.parts.reduce((last, part) => build(part, last, states), from);
    case 'any': {
      const ends = node.parts.map((part) => build(part, add(from), states));
      const join = add(ends[0] ?? from);
      for (const end of ends.slice(1)) states[end]?.next.push(join);
      return join;
    }
    case 'repeat':
      return repeat(node, from, states);
  }
}

type Repeat = Extract<PatternNode, { readonly kind: 'repeat' }>;

function repeat(node: Repeat, from: number, states: State[]): number {
  let last = from;
  const least = states.length > MOST_STATES ? Math.min(1, node.least) : node.least;
  for (let n = 0; n < least; n += 1) last = build(node.of, last, states);
  const bounded = node.most - least;
  if (bounded > 100 || states.length > MOST_STATES) {
    const loop = addState(last, states);
    const end = build(node.of, loop, states);
    states[end]?.next.push(loop);
    return addState(loop, states);
  }
  const skips: number[] = [];
  for (let n = 0; n < bounded; n += 1) {
    const start = addState(last, states);
    skips.push(start);
    last = build(node.of, start, states);
  }
  const join = addState(last, states);
  for (const start of skips) states[start]?.next.push(join);
  return join;
}

function addState(before: number, states: State[], state: Omit<State, 'next'> = {}): number {
  states.push({ ...state, next: [] });
  states[before]?.next.push(states.length - 1);
  return states.length - 1;
}
