import { known, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Build, Distribution, Python, Tools, Trouble } from '../facts.ts';
import { INSPECT_DISTRIBUTIONS } from '../helpers/inspect-distributions.ts';
import { copyTree } from './tree.ts';
import { isGood, lastWords, troubleOf } from './trouble.ts';
import { CHILD_ENV } from './venv.ts';

/** Builds the sdist, and the wheel from that sdist, each in an environment of its own (PEP 517). */
export async function gatherBuild(
  ports: Ports,
  python: Python,
  place: Place,
  timeout: number,
  needTools: () => Promise<Fact<Tools>>,
): Promise<Fact<Build>> {
  const [tools, tree, folder] = await Promise.all([
    needTools(),
    copyTree(ports, python, 'build'),
    ports.scratch.temporary('dist'),
  ]);
  if (!tools.known) return tools;
  if (tools.value.kind === 'failed') return failedBuild(tools.value.trouble, place);
  const ran = await ports.processes.run({
    program: tools.value.python,
    args: ['-m', 'build', ...installer(python), '--outdir', folder, tree],
    cwd: tree,
    env: CHILD_ENV,
    timeout,
    log: 'build',
  });
  if (!isGood(ran)) return failedBuild(buildTrouble(troubleOf(ran, 'build'), ran.output), place);
  return inspect(ports, python, folder, place);
}

const installer = (python: Python): readonly string[] =>
  python.uv === undefined ? [] : ['--installer', 'uv'];

const failedBuild = (trouble: Trouble, place: Place): Fact<Build> =>
  trouble.kind === 'network'
    ? notKnown(trouble.message)
    : known({ kind: 'failed', trouble }, place);

/** Says which half of the build failed. */
function buildTrouble(trouble: Trouble, output: string): Trouble {
  if (trouble.kind !== 'failed') return trouble;
  const half = /^\* Building wheel/m.test(output) ? 'wheel' : 'sdist';
  const from = half === 'wheel' ? ' that is made of the sdist' : '';
  return {
    ...trouble,
    message: `Unexpected end of the build of the ${half}${from}: ${lastWords(output)}`,
    remedy: 'python -m build shows the same; the log has all of it',
  };
}

interface Inspected {
  readonly sdists: readonly Distribution[];
  readonly wheels: readonly Distribution[];
}

/** Reads what was built. */
async function inspect(
  ports: Ports,
  python: Python,
  folder: string,
  place: Place,
): Promise<Fact<Build>> {
  const result = `${await ports.scratch.temporary('inspect')}/distributions.json`;
  const ran = await ports.processes.run({
    program: python.program,
    args: ['-I', '-c', INSPECT_DISTRIBUTIONS, folder, result],
    cwd: folder,
    timeout: 5 * 60_000,
  });
  const text = isGood(ran) ? await ports.scratch.read(result) : undefined;
  if (text === undefined)
    return failedBuild({ ...troubleOf(ran, 'reading of the built files'), kind: 'failed' }, place);
  const { sdists, wheels } = JSON.parse(text) as Inspected;
  const [sdist, wheel] = [sdists[0], wheels[0]];
  if (sdist === undefined || wheel === undefined)
    return failedBuild(
      {
        kind: 'failed',
        message: `Unexpected result of the build: ${sdists.length} sdists and ${wheels.length} wheels, expected one of each`,
        remedy: 'python -m build shows the same',
        log: undefined,
      },
      place,
    );
  return known({ kind: 'built', folder, sdist, wheel }, place);
}
