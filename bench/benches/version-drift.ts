import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findSlots,
  readProject,
  slotPaths,
  sourceTree,
  type Project,
  type SourceTree,
} from '@pymaint/python';
import { diskTree, unpackedSdist } from '@pymaint/testing';
import { TIMES, type Bench } from '../bench.ts';
import { interleaved, median, presentOf, rowsOf, type Case } from '../measure.ts';
import { smallProject } from '../small-project.ts';

/** The pinned package with the most places that name a version, and with the most text that is searched. */
const LARGEST = 'sqlalchemy';

/** Finding every place that names the version: from start to verdict beside a peer, and over more and more files. */
export const bench: Bench = {
  async measure({ folder, command, node, rounds }) {
    const small = await smallProject(folder);
    await writeFile(join(small, '.bumpversion.toml'), configuration(small));
    const large = join(folder, LARGEST);
    await cp(await unpackedSdist(LARGEST), large, { recursive: true });
    const one = (name: string, program: string, cwd: string, ...args: readonly string[]): Case => ({
      name,
      program,
      args,
      cwd,
      status: 0,
    });
    const peer = 'bump-my-version';
    const peers = [
      one('`bump-my-version show current_version`', peer, small, 'show', 'current_version'),
      one(
        '`bump-my-version bump --dry-run`, two files named',
        peer,
        small,
        'bump',
        '--dry-run',
        '--allow-dirty',
        '--new-version',
        '9.9.9',
      ),
    ];
    const cases = [
      one('`pymaint version-drift`, a small project', node, small, command, 'version-drift'),
      ...(await presentOf(peers)),
      one(`\`pymaint version-drift\`, ${LARGEST}`, node, large, command, 'version-drift'),
    ];
    return [
      { name: 'drift', head: TIMES, rows: rowsOf(await interleaved(cases, rounds)) },
      {
        name: 'drift-files',
        head: ['Copies of its files', 'Files searched', 'Median', 'For a thousand files'],
        rows: await fileRows(Math.max(3, Math.round(rounds / 4))),
      },
    ];
  },
};

/** What the peer needs to be told: the version, and each file that holds it. */
function configuration(folder: string): string {
  const tree = diskTree(folder);
  const { slots, version } = found(tree);
  const files = [...new Set(slots.map(({ place }) => place.path))].slice(0, 2);
  return [
    `[tool.bumpversion]\ncurrent_version = "${version}"\n`,
    ...files.map((path) => `[[tool.bumpversion.files]]\nfilename = "${path}"\n`),
  ].join('');
}

function found(tree: SourceTree) {
  const project = readProject(tree);
  if (project?.version.known !== true) throw new Error('the small project declares no version');
  const version = project.version.value.written;
  const own = findSlots(tree, project).filter(({ written }) => written === version);
  return { slots: own, version };
}

/** The search alone, in this process, over one, two, four and eight copies of the largest package's files. */
async function fileRows(rounds: number): Promise<readonly (readonly string[])[]> {
  const disk = diskTree(await unpackedSdist(LARGEST));
  const project = readProject(disk);
  if (project === undefined) throw new Error(`${LARGEST} cannot be read`);
  const paths = slotPaths(disk, project);
  const texts = new Map(paths.map((path) => [path, disk.read(path) ?? '']));
  return [1, 2, 4, 8].map((copies) => {
    const tree = sourceTree(
      Object.fromEntries(
        Array.from({ length: copies }, (_, copy) =>
          [...texts].map(([path, text]) => [copied(path, copy), text] as const),
        ).flat(),
      ),
    );
    const time = median(Array.from({ length: rounds }, () => timeOf(tree, project)));
    const files = slotPaths(tree, project).length;
    return [
      `${copies}`,
      `${files}`,
      `${time.toFixed(0)} ms`,
      `${((time / files) * 1000).toFixed(0)} ms`,
    ];
  });
}

/** Copies lie below folders that are searched as the originals are. */
const copied = (path: string, copy: number): string =>
  copy === 0 ? path : path.replace(/^([^/]+\/(?:sqlalchemy\/)?)?/, `$1copy${copy}/`);

/** Processor time in milliseconds, which other programs do not lengthen. */
function timeOf(tree: SourceTree, project: Project): number {
  const began = process.cpuUsage();
  findSlots(tree, project);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
