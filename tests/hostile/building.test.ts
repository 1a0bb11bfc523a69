/** Projects whose builds and tests misbehave when they are run. All of them have a backend of their own, so nothing is fetched. */
import { expect, it } from 'vitest';
import { backend, PYPROJECT } from './backends.ts';
import { expected, outcomeOf, type Case } from './run-gate.ts';

const project = (
  before: string,
  pyproject = PYPROJECT,
  how: Parameters<typeof backend>[1] = {},
) => ({
  'pyproject.toml': pyproject,
  'backend.py': backend(before, how),
  'odd.py': '',
});
const AT = 'error artifact/builds pyproject.toml:1:1';

const CASES: readonly Case[] = [
  {
    name: 'a build that speaks to the runner',
    files: project(
      'print("::set-output name=ready::true", flush=True)\nraise SystemExit("::error::##[error]no")',
    ),
    code: 1,
    words: [AT, 'Unexpected end of the build of the sdist'],
  },
  {
    name: 'a build that leaves a child behind',
    files: project('subprocess.Popen(["sleep", "600"], start_new_session=True)'),
    code: 0,
    words: ['Ready.'],
  },
  {
    name: 'a build that writes 50 MB and fails',
    files: project('for _ in range(50):\n    print("x" * 1000000)\nraise RuntimeError("enough")'),
    code: 1,
    words: [AT, 'RuntimeError: enough'],
  },
  {
    name: 'a build that asks for input',
    files: project('input("Go on? ")'),
    code: 1,
    words: [AT, 'EOFError: EOF when reading a line', 'let the build ask nothing'],
  },
  {
    name: 'a build that never ends, and will not be told to',
    files: project(
      'import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nsubprocess.Popen(["sleep", "601"])\ntime.sleep(600)',
    ),
    flags: ['--build-timeout', '5s'],
    code: 1,
    words: [AT, 'Unexpected end of the build after 5.0 s, expected it to end by itself'],
  },
  {
    name: 'a build that ends well without building',
    files: project('os._exit(0)'),
    code: 1,
    words: [AT, 'Unexpected end of the build of the sdist: ERROR Backend operation failed'],
  },
  {
    name: 'a build that ends the program which runs it',
    files: project('os.kill(os.getppid(), 9)'),
    code: 1,
    words: [AT, 'Unexpected end of the build by signal SIGKILL'],
  },
  {
    name: 'a build that deletes its sources',
    files: project('import shutil\nshutil.rmtree(os.getcwd())'),
    code: 1,
    words: [AT, 'Unexpected end of the build of the sdist', 'FileNotFoundError'],
  },
  {
    name: 'a backend that is not there',
    files: project('', PYPROJECT.replace('"backend"\n', '"nothere"\n')),
    code: 1,
    words: [AT, "ERROR Backend 'nothere' is not available."],
  },
  {
    name: 'a backend outside of the project',
    files: project('', PYPROJECT.replace('["."]', '["../evil"]')),
    code: 1,
    words: [AT, "`backend-path` entry '../evil' does not exist or is not a directory"],
  },
  {
    name: 'a wheel that is no zip file',
    files: project('', PYPROJECT, { wheel: false }),
    code: 1,
    words: [
      AT,
      'Unexpected content of the built files',
      'File is not a zip file',
      'mend the build backend',
    ],
  },
  {
    name: 'an sdist that is no archive',
    files: project('', PYPROJECT, { sdist: false }),
    code: 1,
    words: [AT, 'failed to read source distribution odd-1.0.tar.gz'],
  },
  {
    name: 'TOML that ends too early, which is told once and where it is',
    files: { 'pyproject.toml': '[project]\nkeywords = ["a"' },
    code: 1,
    words: [
      'error project/readable pyproject.toml:2:16',
      'Unexpected end of the file',
      'Not ready: 1 error.',
    ],
  },
];

it.each(CASES)('$name', async (one) => {
  const flags = ['--checks', 'project,artifact/builds', ...(one.flags ?? [])];
  expect(await outcomeOf({ ...one, flags })).toEqual(expected(one));
});

it('tests that end the program which runs them', async () => {
  const one: Case = {
    name: 'tests',
    files: { ...project(''), 'kill.py': 'import os\nos.kill(os.getppid(), 9)\n' },
    flags: '--checks tests --environment current'
      .split(' ')
      .concat('--tests', 'sh -c "python3 kill.py; true"'),
    code: 1,
    words: ['error tests/pass', 'by signal SIGKILL'],
  };
  expect(await outcomeOf(one)).toEqual(expected(one));
});
