import { UserError } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Python } from '../facts.ts';
import { COPY_TREE } from '../helpers/copy-tree.ts';
import { LAY_OVER } from '../helpers/lay-over.ts';
import { isGood, lastWords } from './trouble.ts';

/** Copies the project for one use, and gives its folder within the copy: absolute, links resolved. */
export const copyTree = async (ports: Ports, python: Python, use: string): Promise<string> =>
  (await copy(ports, python, use, []))[0] ?? '';

/** The same, with a digest of all that a build can see of it. */
export async function copyWithDigest(
  ports: Ports,
  python: Python,
  use: string,
): Promise<{ readonly folder: string; readonly digest: string }> {
  const [folder = '', digest = ''] = await copy(ports, python, use, ['digest']);
  return { folder, digest };
}

async function copy(
  ports: Ports,
  python: Python,
  use: string,
  more: readonly string[],
): Promise<readonly string[]> {
  const parent = await ports.scratch.temporary(use);
  const target = `${parent}/tree`;
  const ran = await ports.processes.run({
    program: python.program,
    args: ['-I', '-c', COPY_TREE, ports.workspace.folder, target, ...more],
    cwd: parent,
    timeout: 10 * 60_000,
  });
  if (isGood(ran)) return ran.stdout.trim().split(/\r?\n/);
  throw new UserError(`The project could not be copied to ${target}: ${lastWords(ran.output)}`);
}

/** Completes the packages of such a copy by what the build has made of them, such as a version file or an extension. */
export async function layOver(
  ports: Ports,
  python: string,
  wheel: string,
  folder: string,
): Promise<void> {
  const ran = await ports.processes.run({
    program: python,
    args: ['-I', '-c', LAY_OVER, wheel, folder],
    cwd: folder,
    timeout: 5 * 60_000,
  });
  if (!isGood(ran))
    throw new UserError(`The wheel could not be laid over ${folder}: ${lastWords(ran.output)}`);
}
