import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { OptionLayer } from '@pymaint/core';
import { nodePorts, openProject, runnable, type Ports } from '@pymaint/platform';
import { releaseGate } from '@pymaint/release-gate';
import type { Bench } from '../bench.ts';
import { median } from '../measure.ts';
import { smallProject } from '../small-project.ts';

/** One run of the whole gate, in milliseconds. */
interface GateRun {
  readonly whole: number;
  /** The time in which no program that the gate had started was running. */
  readonly own: number;
}

/**
 * The whole gate on a small project: build, imports and tests from the wheel. First with nothing kept, then once more with
 * nothing changed. The gate's own part is the time in which none of its children ran: what it adds to the longest chain.
 */
export const bench: Bench = {
  async measure({ folder, rounds }) {
    const project = await smallProject(folder);
    const first: GateRun[] = [];
    const second: GateRun[] = [];
    for (let round = 0; round < Math.max(2, Math.round(rounds / 5)); round += 1) {
      const cache = join(folder, `cache-${round}`);
      // The build frontend is installed once for a machine, and is no part of either.
      await gate(project, cache, 'version');
      await gate(project, cache, 'artifact/builds', 'off');
      first.push(await gate(project, cache));
      second.push(await gate(project, cache));
    }
    return [
      {
        name: 'gate',
        head: ['Run', 'Whole', 'Of it the gate’s own'],
        rows: [rowOf('the first, nothing kept', first), rowOf('a second, nothing changed', second)],
      },
    ];
  },
};

const rowOf = (name: string, runs: readonly GateRun[]): readonly string[] => [
  name,
  `${(median(runs.map(({ whole }) => whole)) / 1000).toFixed(1)} s`,
  `${(median(runs.map(({ own }) => own)) / 1000).toFixed(2)} s`,
];

async function gate(
  folder: string,
  cache: string,
  only = '*',
  cacheFolder = cache,
): Promise<GateRun> {
  const children = watch();
  const began = performance.now();
  {
    await using ports = await nodePorts({
      folder,
      env: { ...process.env, PYMAINT_CACHE: cache },
    });
    const action = runnable(releaseGate);
    const project = await openProject(children.over(ports), '', [action]);
    const options: { readonly [name: string]: string } = {
      only,
      docs: 'off',
      'cache-folder': cacheFolder,
    };
    const given: OptionLayer = {
      source: 'flag',
      get: (name) =>
        options[name] === undefined ? undefined : { written: options[name], where: `--${name}` },
    };
    const { report } = await project.run(action, { given });
    if (report.answer === 'no') throw new Error(JSON.stringify(report.findings, undefined, 2));
  }
  const whole = performance.now() - began;
  return { whole, own: whole - children.busy() };
}

/** Measures the time in which at least one child runs. */
function watch() {
  let running = 0;
  let since = 0;
  let sum = 0;
  return {
    busy: () => sum,
    over: (ports: Ports): Ports => ({
      ...ports,
      processes: {
        ...ports.processes,
        async run(command) {
          if (running === 0) since = performance.now();
          running += 1;
          try {
            return await ports.processes.run(command);
          } finally {
            running -= 1;
            if (running === 0) sum += performance.now() - since;
          }
        },
      },
    }),
  };
}
