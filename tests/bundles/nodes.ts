import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

/** One Node on this machine. */
export interface Node {
  readonly version: string;
  readonly program: string;
}

/** The Node that runs the tests, and those of other versions on PATH: users of the bundles have any of them. */
export function nodesOfThisMachine(): readonly Node[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`${sep}node_modules${sep}`))
    .map((folder) => join(folder, name))
    .filter((program) => existsSync(program));
  const nodes = new Map<string, Node>();
  for (const program of [process.execPath, ...onPath]) {
    const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
    if (!nodes.has(version)) nodes.set(version, { version, program });
  }
  return [...nodes.values()];
}
