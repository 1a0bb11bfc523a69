import type { Written } from '@pymaint/core';
import { runOnce, type Ports, type RunResult } from '@pymaint/platform';
import { releaseGate } from './release-gate.ts';

/** The whole gate as a command with these flags would run it, for tests; it waits for nothing. */
export const runGate = (
  ports: Ports,
  flags: { readonly [name: string]: Written },
): Promise<RunResult> =>
  runOnce(releaseGate, {
    ports: { ...ports, clock: { ...ports.clock, sleep: async () => undefined } },
    layers: [
      {
        source: 'flag',
        get: (name) => {
          const written = flags[name];
          return written === undefined ? undefined : { written, where: `--${name}` };
        },
      },
    ],
    waivers: [],
    readBaseline: async () => ({ schema: 'pymaint-baseline/1', findings: [] }),
    folder: '',
    version: '0',
  });
