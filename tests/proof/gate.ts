import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { OptionLayer, Report } from '@pymaint/core';
import { nodePorts, openProject, runnable } from '@pymaint/platform';
import { releaseGate } from '@pymaint/release-gate';

const gate = runnable(releaseGate);

/** Nothing that the machine's user has set takes part, but for how the package index is reached. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:GITHUB_|RUNNER_|INPUT_|CI$)/.test(name)),
);

/** Runs the gate on a project, with its reports in a folder of their own; `first` stands before all of PATH. */
export async function judge(
  folder: string,
  options: { readonly [name: string]: string },
  first?: string,
): Promise<Report> {
  const reports = await mkdtemp(join(tmpdir(), 'pymaint-test-proof-'));
  const PATH = [first, env['PATH']].filter((part) => part !== undefined).join(delimiter);
  await using ports = await nodePorts({ folder, reports, env: { ...env, PATH } });
  const project = await openProject(ports, '', [gate]);
  const given: OptionLayer = {
    source: 'flag',
    get: (name) =>
      options[name] === undefined ? undefined : { written: options[name], where: `--${name}` },
  };
  return (await project.run(gate, { given })).report;
}

/** The findings as they are compared: `error rule path:line words`. */
export const found = ({ findings }: Report): readonly string[] =>
  findings.map(
    ({ level, rule, place, message }) => `${level} ${rule} ${place.path}:${place.line} ${message}`,
  );
