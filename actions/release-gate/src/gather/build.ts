import { known, mapFact, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Build, Distribution, Python, Tools, Trouble } from '../facts.ts';
import type { Options } from '../options.ts';
import { INSPECT_DISTRIBUTIONS } from '../helpers/inspect-distributions.ts';
import {
  canBeKept,
  isolatedInstalls,
  readRecord,
  RECORD,
  type BuildRecord,
  type IsolatedInstall,
} from './build-record.ts';
import { MOST, resolvedToday, reuseOf, same, type Reuse } from './reuse.ts';
import { copyWithDigest } from './tree.ts';
import { isGood, lastWords, troubleOf } from './trouble.ts';
import { CHILD_ENV } from './venv.ts';

/** Builds the sdist, and the wheel from that sdist, each in an environment of its own (PEP 517). */
export async function gatherBuild(
  ports: Ports,
  python: Python,
  place: Place,
  options: Options,
  needTools: () => Promise<Fact<Tools>>,
  /** `SOURCE_DATE_EPOCH`, where two builds are to be compared: then neither is one of an earlier run. */
  date?: string,
): Promise<Fact<Build>> {
  const [tools, tree] = await Promise.all([needTools(), copyWithDigest(ports, python, 'build')]);
  if (!tools.known) return tools;
  if (tools.value.kind === 'failed') return failedBuild(tools.value.trouble, place);
  const work: Work = {
    ports: await withOwnTemporary(ports),
    python,
    tools: tools.value.python,
    tree: tree.folder,
    timeout: options['build-timeout'],
    place,
    date,
  };
  const reuse =
    options.reproducible === 'check' ? undefined : reuseOf(options, ports, python, work.tools);
  return reuse === undefined
    ? buildInto(await ports.scratch.temporary('dist'), work)
    : keptBuild(work, reuse, tree.digest);
}

/** All that a build needs. */
interface Work {
  readonly ports: Ports;
  readonly python: Python;
  readonly tools: string;
  readonly tree: string;
  readonly timeout: number;
  readonly place: Place;
  readonly date: string | undefined;
}

/** The build of an earlier run, where everything that it depends on is as it was; else a new one, which is kept. */
async function keptBuild(work: Work, reuse: Reuse, digest: string): Promise<Fact<Build>> {
  const { ports } = work;
  let made: Fact<Build> | undefined;
  const still = async (folder: string): Promise<boolean> => {
    const record = readRecord(await ports.scratch.read(`${folder}/${RECORD}`));
    if (record === undefined) return false;
    const [found, current] = await Promise.all([
      inspect(work, folder),
      installsTheSame(work, record.isolated),
    ]);
    made = found;
    return current && hashesMatch(found, record.hashes);
  };
  const make = async (folder: string): Promise<void> => {
    made = await buildInto(folder, work, true);
    if (!made.known || made.value.kind === 'failed') throw new Error('not built');
  };
  try {
    const key = [digest, reuse.key].join('\0');
    const how = { ...(reuse.place !== undefined && { place: reuse.place }), still, most: MOST };
    const { reused, folder } = await ports.scratch.cached('builds', key, make, how);
    // Another run may have been first: what counts is what stands there.
    if (made === undefined || !isIn(made, folder)) made = await inspect(work, folder);
    return reused ? mapFact(made, (build) => ({ ...build, reused })) : made;
  } catch (thrown) {
    // What is not built is not kept, but told.
    if (made === undefined || (made.known && made.value.kind === 'built')) throw thrown;
    return made;
  }
}

/** True where the backend would come with the same distributions today. Sdist and wheel mostly ask for the same. */
async function installsTheSame(
  { ports, tools, tree }: Work,
  installs: readonly IsolatedInstall[],
): Promise<boolean> {
  const different = [
    ...new Map(installs.map((one) => [one.requirements.join('\n'), one])).values(),
  ];
  const today = await Promise.all(
    different.map(({ requirements }) => resolvedToday(ports, tools, requirements, tree)),
  );
  return installs.every(({ requirements, installed }) => {
    const at = different.findIndex(
      (one) => one.requirements.join('\n') === requirements.join('\n'),
    );
    return same(today[at], installed);
  });
}

const isIn = (build: Fact<Build>, folder: string): boolean =>
  build.known && build.value.kind === 'built' && build.value.folder === folder;

const hashesMatch = (build: Fact<Build>, hashes: BuildRecord['hashes']): boolean =>
  build.known &&
  build.value.kind === 'built' &&
  [build.value.sdist, build.value.wheel].every(
    ({ filename, sha256 }) => hashes[filename] === sha256,
  );

async function buildInto(folder: string, work: Work, keep = false): Promise<Fact<Build>> {
  const { ports, python, tools, tree, timeout, place, date } = work;
  const ran = await ports.processes.run({
    program: tools,
    args: [
      '-m',
      'build',
      ...installer(python),
      // What was installed for the backend is told on request alone.
      ...(keep ? ['--verbose'] : []),
      '--outdir',
      folder,
      tree,
    ],
    cwd: tree,
    env: { ...CHILD_ENV, ...(date === undefined ? {} : { SOURCE_DATE_EPOCH: date }) },
    timeout,
    log: 'build',
  });
  const output = ran.output.replaceAll(/^[<>] /gm, '');
  if (!isGood(ran))
    return failedBuild(buildTrouble(troubleOf({ ...ran, output }, 'build'), output), place);
  const found = await inspect(work, folder);
  if (keep && found.known && found.value.kind === 'built') {
    const { sdist, wheel } = found.value;
    const isolated = isolatedInstalls(ran.output);
    const hashes = { [sdist.filename]: sdist.sha256, [wheel.filename]: wheel.sha256 };
    if (canBeKept(isolated, wheel.filename))
      await ports.scratch.write(`${folder}/${RECORD}`, JSON.stringify({ isolated, hashes }));
  }
  return found;
}

/** A build that is ended leaves its own environments behind: here they go with the run. */
async function withOwnTemporary(ports: Ports): Promise<Ports> {
  const folder = await ports.scratch.temporary('tmp');
  const own = { TMPDIR: folder, TEMP: folder, TMP: folder };
  const { processes } = ports;
  return {
    ...ports,
    processes: {
      ...processes,
      run: (command) => processes.run({ ...command, env: { ...command.env, ...own } }),
    },
  };
}

const installer = (python: Python): readonly string[] =>
  python.uv === undefined ? [] : ['--installer', 'uv'];

const failedBuild = (trouble: Trouble, place: Place): Fact<Build> =>
  trouble.kind === 'network'
    ? notKnown(trouble.message)
    : known({ kind: 'failed', trouble }, place);

/** Says which half of the build failed, and names files as the project does. */
function buildTrouble(trouble: Trouble, output: string): Trouble {
  // What a signal ended has not said why.
  if (trouble.kind !== 'failed' || / by signal [A-Z]+:/.test(trouble.message)) return trouble;
  const half = /^\* Building wheel/m.test(output) ? 'wheel' : 'sdist';
  const from = half === 'wheel' ? ' that is made of the sdist' : '';
  const words = lastWords(output).replaceAll(OWN_FOLDER, '');
  const asks = words.startsWith('EOFError: EOF when reading a line');
  return {
    ...trouble,
    message: `Unexpected end of the build of the ${half}${from}: ${words}`,
    remedy: asks
      ? 'let the build ask nothing: it has no input here, and none where others build it'
      : 'python -m build shows the same; the log has all of it',
  };
}

/** The temporary folders of a run and those of the cache, of which the user knows nothing. */
const OWN_FOLDER = /[^\s'"`]*\/(?:pymaint-\d+-[\w-]+|builds\/[0-9a-f]{32}-[\w-]+)\/(?:tree\/)?/g;

interface Inspected {
  readonly sdists: readonly Distribution[];
  readonly wheels: readonly Distribution[];
}

/** Reads what was built. */
async function inspect({ ports, python, tree, place }: Work, folder: string): Promise<Fact<Build>> {
  const result = `${await ports.scratch.temporary('inspect')}/distributions.json`;
  const ran = await ports.processes.run({
    program: python.program,
    args: ['-I', '-c', INSPECT_DISTRIBUTIONS, folder, result, tree],
    cwd: folder,
    timeout: 5 * 60_000,
  });
  const text = isGood(ran) ? await ports.scratch.read(result) : undefined;
  if (text === undefined)
    return failedBuild(
      {
        kind: 'failed',
        message: `Unexpected content of the built files, expected an sdist and a wheel that can be opened: ${lastWords(ran.output)}`,
        remedy: 'python -m build gives the same files; mend the build backend that writes them',
        log: ran.log,
      },
      place,
    );
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
