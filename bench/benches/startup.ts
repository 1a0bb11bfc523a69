import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TIMES, type Bench } from '../bench.ts';
import { interleaved, rowsOf } from '../measure.ts';
import { smallProject } from '../small-project.ts';

/** From the start of the process to the verdict on a small project, beside a Node that does nothing. */
export const bench: Bench = {
  async measure({ folder, command, node, rounds }) {
    const cwd = await smallProject(folder);
    const empty = join(folder, 'empty.mjs');
    await writeFile(empty, '');
    const one = (name: string, ...args: readonly string[]) => ({
      name,
      program: node,
      args,
      cwd,
      status: 0,
    });
    const cases = [
      one('`node` on an empty file', empty),
      one('`pymaint --version`', command, '--version'),
      one('`pymaint --help`', command, '--help'),
      one('`pymaint version-drift`', command, 'version-drift'),
      one('`pymaint check`', command, 'check'),
    ];
    return [{ name: 'startup', head: TIMES, rows: rowsOf(await interleaved(cases, rounds)) }];
  },
};
