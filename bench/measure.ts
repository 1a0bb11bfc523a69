import { performance } from 'node:perf_hooks';
import { run } from '../scripts/shared/run.ts';

/** One program whose time from start to end is measured. */
export interface Case {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The exit status that shows that it did its work. */
  readonly status: number;
}

/** A case and its times, in milliseconds. */
export interface Measured {
  readonly name: string;
  readonly times: readonly number[];
}

/**
 * Runs the cases in turn, round after round, so that a slow spell of the machine meets all of them alike. The
 * first round warms the disk's cache and is not counted.
 */
export async function interleaved(
  cases: readonly Case[],
  rounds: number,
): Promise<readonly Measured[]> {
  const times = cases.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, one] of cases.entries()) {
      const time = await timeOf(one);
      if (round > 0) times[index]?.push(time);
    }
  return cases.map(({ name }, index) => ({ name, times: times[index] ?? [] }));
}

async function timeOf({ name, program, args, cwd, status }: Case): Promise<number> {
  const began = performance.now();
  const { code, stdout, stderr } = await run(program, args, { cwd });
  const time = performance.now() - began;
  if (code !== status) throw new Error(`${name} ended with ${code}\n${stdout}${stderr}`);
  return time;
}

/** The middle one of some times; of an even number, the lower of the two. */
export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? Number.NaN;

/** Rows of a table: name, median, quickest, and the ratio of the median to the first row's. */
export function rowsOf(measured: readonly Measured[]): readonly (readonly string[])[] {
  const base = median(measured[0]?.times ?? []);
  return measured.map(({ name, times }) => [
    name,
    `${median(times).toFixed(0)} ms`,
    `${Math.min(...times).toFixed(0)} ms`,
    (median(times) / base).toFixed(2),
  ]);
}

/** Those cases that this machine can run: a peer that is not installed has no row. */
export async function presentOf(peers: readonly Case[]): Promise<readonly Case[]> {
  const works = ({ program, args, cwd, status }: Case): Promise<boolean> =>
    run(program, args, { cwd }).then(
      ({ code }) => code === status,
      () => false,
    );
  const there = await Promise.all(peers.map(works));
  return peers.filter((_, index) => there[index]);
}

/** What one run of a program took, from its start to its end. */
export interface Usage {
  readonly seconds: number;
  /** Of the processor, its children's with it. */
  readonly cpu: number;
  /** The most memory that it held, in megabytes. */
  readonly megabytes: number;
}

const MEASURE = `import resource, subprocess, sys, time
began = time.monotonic()
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss, ended.returncode)`;

/** Runs a program by way of Python, which can ask the system what it took; undefined where it is not installed. */
export async function usageOf(
  python: string,
  [program, ...args]: readonly [string, ...string[]],
  options: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly statuses?: readonly number[];
  } = {},
): Promise<Usage | undefined> {
  const { statuses, ...place } = options;
  const { stdout, stderr } = await run(python, ['-c', MEASURE, program, ...args], place);
  const [seconds, cpu, kilobytes, code] = stdout.trim().split(' ').map(Number);
  if (seconds === undefined || cpu === undefined || kilobytes === undefined) return undefined;
  if (statuses !== undefined && !statuses.some((status) => status === code))
    throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${stderr}`);
  return { seconds, cpu, megabytes: kilobytes / 1000 };
}
