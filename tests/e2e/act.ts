/** nektos/act: GitHub's workflows on this machine, without containers and without a network. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, temporaryFolder } from '@pymaint/testing';
import { ROOT } from '../../scripts/shared/repo.ts';

const execute = promisify(execFile);
const VERSION = 'v0.2.87';

/** The program, built once and kept in the user's cache; undefined, with words, where there is no Go to build it. */
export async function findAct(): Promise<string | undefined> {
  const program = join(cacheFolder(), `act-${VERSION}`, 'act');
  if (existsSync(program)) return program;
  const go = await execute('go', ['version']).catch(() => undefined);
  if (go === undefined || process.platform === 'win32') {
    process.stderr.write(`Skipped: act ${VERSION} is built by Go, which is not on PATH here\n`);
    return undefined;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(join(cacheFolder(), 'act-draft-'));
  try {
    const env = { ...process.env, GOBIN: draft };
    await execute('go', ['install', `github.com/nektos/act@${VERSION}`], { env });
    await mkdir(dirname(program), { recursive: true });
    await rename(join(draft, 'act'), program);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}

/** One line of act's log. */
interface Line {
  readonly job?: string;
  readonly jobResult?: string;
  readonly msg?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: { readonly [name: string]: string };
}

/** What a run came to. */
export interface ActRun {
  readonly exitCode: number;
  /** `success` or `failure` of each job, by its name; a job that did not run is not there. */
  readonly jobs: { readonly [name: string]: string };
  /** All that the steps printed. */
  readonly log: string;
  /** The summaries of all steps, in order. */
  readonly summary: string;
  /** Titles and places of the annotations, `error title file:line`. */
  readonly annotations: readonly string[];
  /** act's own words too, for a run that did not even start. */
  readonly whole: string;
}

/** A workflow run. */
export interface ActEvent {
  /** The checkout: a git repository with its workflow in `.github/workflows`. */
  readonly folder: string;
  readonly workflow: string;
  readonly name: 'push' | 'pull_request' | 'schedule' | 'workflow_dispatch';
  readonly payload: object;
  /** The release tree that stands for `org/pymaint@v1`. */
  readonly served: string;
  /** Where artifacts are left. */
  readonly artifacts: string;
  readonly env?: { readonly [name: string]: string };
  /** What the run's own token is. Default: none. */
  readonly token?: string;
}

const STAND_INS: { readonly [used: string]: string } = {
  'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1': 'checkout',
  'actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97': 'setup-python',
  'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a': 'upload-artifact',
  'actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9': 'cache',
  'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c': 'download-artifact',
  'pypa/gh-action-pypi-publish@dc37677b2e1c63e2034f94d8a5b11f265b73ba33': 'gh-action-pypi-publish',
};

/** Runs a workflow as an event starts it; the actions run on this test's Node, as on a runner's Node 24. */
export async function runAct(program: string, event: ActEvent): Promise<ActRun> {
  await using place = await temporaryFolder();
  const payload = join(place.folder, 'event.json');
  await writeFile(payload, JSON.stringify(event.payload));
  const stands = Object.entries(STAND_INS).map(([used, name]) => [
    used,
    join(ROOT, 'tests/e2e/stand-ins', name),
  ]);
  const local = [['org/pymaint@v1', event.served], ...stands].flatMap(([used, folder]) => [
    '--local-repository',
    `${used}=${folder}`,
  ]);
  const environment = {
    E2E_ARTIFACTS: event.artifacts,
    E2E_SERVED: event.served,
    GITHUB_REPOSITORY: 'org/demo',
    ...event.env,
  };
  const args = [
    event.name,
    ...`--workflows ${event.workflow} --defaultbranch main --no-cache-server --json`.split(' '),
    ...'--platform ubuntu-latest=-self-hosted --concurrent-jobs 1'.split(' '),
    '--eventpath',
    payload,
    '--action-cache-path',
    join(place.folder, 'cache'),
    ...local,
    ...(event.token === undefined ? [] : ['--secret', `GITHUB_TOKEN=${event.token}`]),
    ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
  const path = [await programs(place.folder), dirname(process.execPath), process.env['PATH'] ?? ''];
  const env = { ...process.env, PATH: path.join(delimiter) };
  const [exitCode, stdout, stderr] = await new Promise<readonly [number, string, string]>(
    (done) => {
      execFile(program, args, { cwd: event.folder, env, maxBuffer: 1 << 28 }, (error, out, err) =>
        done([Number(error?.code ?? 0), out, err]),
      );
    },
  );
  return { exitCode, ...readLog(stdout), whole: stdout + stderr };
}

/** GitHub's command, for nothing here may reach GitHub: clones what lies in E2E_FLEET, and says what else it was asked. */
const GH = `#!/bin/sh
case "$1 $2" in
  'repo list') cd "$E2E_FLEET" && ls -d "$3"/* ;;
  'repo clone') git clone --quiet "$E2E_FLEET/$3" "$4" ;;
  *) printf 'gh %s\\n' "$*" ;;
esac
`;

/** A folder with a `gh` of our own. */
async function programs(parent: string): Promise<string> {
  const folder = join(parent, 'bin');
  await mkdir(folder);
  await writeFile(join(folder, 'gh'), GH, { mode: 0o755 });
  return folder;
}

function readLog(stdout: string): Omit<ActRun, 'exitCode' | 'whole'> {
  const lines = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  return {
    jobs: Object.fromEntries(
      lines.flatMap(({ job, jobResult }) => (job && jobResult ? [[job.trim(), jobResult]] : [])),
    ),
    log: lines.flatMap(({ raw_output: raw, msg }) => (raw ? [msg] : [])).join(''),
    summary: lines
      .flatMap(({ command, content }) => (command === 'summary' ? [content] : []))
      .join('\n'),
    annotations: lines.flatMap(({ command, kvPairs }) =>
      command !== undefined && kvPairs?.['title'] !== undefined
        ? [`${command} ${kvPairs['title']} ${kvPairs['file'] ?? ''}:${kvPairs['line'] ?? ''}`]
        : [],
    ),
  };
}
