import { UserError } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Python } from '../facts.ts';
import { COPY_TREE } from '../helpers/copy-tree.ts';
import { isGood, lastWords } from './trouble.ts';

/** Copies the project for one use, and gives its folder within the copy: absolute, links resolved. */
export async function copyTree(ports: Ports, python: Python, use: string): Promise<string> {
  const parent = await ports.scratch.temporary(use);
  const target = `${parent}/tree`;
  const ran = await ports.processes.run({
    program: python.program,
    args: ['-I', '-c', COPY_TREE, ports.workspace.folder, target],
    cwd: parent,
    timeout: 10 * 60_000,
  });
  if (isGood(ran)) return ran.stdout.trim();
  throw new UserError(`The project could not be copied to ${target}: ${lastWords(ran.output)}`);
}
