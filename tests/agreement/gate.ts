import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { fileStart, judgeAll, known, notKnown, tomlDocument, type Place } from '@pymaint/core';
import { readProject, sourceTree } from '@pymaint/python';
import { CHECKS } from '../../actions/release-gate/src/checks/index.ts';
import type { Distribution, ReleaseFacts } from '../../actions/release-gate/src/facts.ts';
import { gatherDescription } from '../../actions/release-gate/src/gather/description.ts';
import { gatherLeftOut } from '../../actions/release-gate/src/gather/left-out.ts';
import { problemsOf } from '../../actions/release-gate/src/gather/project.ts';
import type { Sources } from '../../actions/release-gate/src/gather/sources.ts';
import { INSPECT_DISTRIBUTIONS } from '../../actions/release-gate/src/helpers/inspect-distributions.ts';

const run = promisify(execFile);

/** A distribution that lies there built, and the git repository that it was built from. */
export interface Built {
  readonly name: string;
  readonly sdist: string;
  readonly wheel: string;
  readonly tree: string;
}

/** The rules of release-gate that name a fault in what was built, errors, warnings and notices alike. */
export async function rulesAgainst(built: Built): Promise<readonly string[]> {
  const facts = await factsOf(built);
  // Only what can be seen without running anything is judged, whatever another check needs.
  const checks = CHECKS.filter(({ id }) =>
    /^(?:artifact|metadata|project|dependencies)\//.test(id),
  );
  return judgeAll(
    checks.map((check) => ({ ...check, needs: [] })),
    facts,
  ).flatMap(({ check, outcome }) =>
    outcome.status === 'fail' ? outcome.findings.map(({ level }) => `${level} ${check.id}`) : [],
  );
}

async function factsOf({ sdist, wheel, tree }: Built): Promise<Partial<ReleaseFacts>> {
  const files = (await readdir(tree, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(tree.length + 1))
    .filter((path) => !path.startsWith('.git/'))
    .toSorted();
  const read = (path: string): Promise<string | undefined> =>
    readFile(join(tree, path), 'utf8').catch(() => undefined);
  const texts: { [path: string]: string } = {};
  for (const path of ['pyproject.toml', 'setup.cfg', 'setup.py'])
    texts[path] = (await read(path)) ?? '';
  const project = readProject(
    sourceTree(Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))),
  );
  const place: Place = fileStart('pyproject.toml');
  const sources: Sources = {
    files,
    pyproject: tomlDocument('pyproject.toml', texts['pyproject.toml'] ?? ''),
    read,
  };
  const fact = project === undefined ? notKnown('there is no project') : known(project, place);
  const { sdists, wheels } = await inspect(sdist, wheel, tree);
  const [one, other] = [sdists[0], wheels[0]];
  if (one === undefined || other === undefined) throw new Error(`${sdist} could not be read`);
  return {
    sources: known(sources, place),
    project: fact,
    problems: problemsOf(fact),
    description: fact.known ? await gatherDescription(sources, fact.value) : fact,
    leftOut: await gatherLeftOut(sources, place),
    tracked: known(files, place),
    largestFile: known(20e6, place),
    build: known({ kind: 'built', folder: '', sdist: one, wheel: other }, place),
  };
}

interface Inspected {
  readonly sdists: readonly Distribution[];
  readonly wheels: readonly Distribution[];
}

/** As the gate reads what it has built. */
async function inspect(sdist: string, wheel: string, tree: string): Promise<Inspected> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-agreement-'));
  try {
    for (const path of [sdist, wheel]) await symlink(path, join(folder, basename(path)));
    const result = join(folder, 'result.json');
    await run('python3', ['-I', '-c', INSPECT_DISTRIBUTIONS, folder, result, tree]);
    return JSON.parse(await readFile(result, 'utf8')) as Inspected;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
