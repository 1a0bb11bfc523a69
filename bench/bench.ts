/** Where a benchmark works, and with what. */
export interface BenchPlace {
  /** A temporary folder of its own. */
  readonly folder: string;
  /** The bundled command, `dist/pymaint/index.js`; run it with {@link BenchPlace.node}. */
  readonly command: string;
  readonly node: string;
  readonly python: string;
  /** How often each case runs. */
  readonly rounds: number;
}

/** One table of docs/benchmarks.md: its rows stand between `begin:NAME` and `end:NAME`. */
export interface BenchTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One file of bench/benches, found by its name: what it measures, and the tables that this gives. */
export interface Bench {
  readonly measure: (place: BenchPlace) => Promise<readonly BenchTable[]>;
}

/** The head of tables that compare the times of processes. */
export const TIMES = ['What runs', 'Median', 'Quickest', 'Ratio of medians'] as const;
