import { fileStart, known, notKnown, type Fact } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Python, Tools, Trouble } from '../facts.ts';
import { isGood, troubleOf } from './trouble.ts';
import { venvAt } from './venv.ts';

/** The build frontend, and an installer that can work for other environments (`pip --python`). A new range is a new folder of the cache. */
export const TOOLS = ['build>=1.2,<2', 'pip>=22.3'];

const MINUTES = 60_000;

/** An environment with what builds and installs need, made once for each Python and kept in the cache. */
export async function gatherTools(ports: Ports, python: Python): Promise<Fact<Tools>> {
  let trouble: Trouble | undefined;
  const key = [...TOOLS, python.program, python.version, python.uv ?? ''].join('\n');
  const place = fileStart('.');
  try {
    const { folder } = await ports.scratch.cached('tools', key, async (folder) => {
      trouble = await makeTools(ports, python, folder);
      // Leaves nothing half made in the cache.
      if (trouble !== undefined) throw new Error(trouble.message);
    });
    return known({ kind: 'made', python: venvAt(folder, python, ports).python }, place);
  } catch (thrown) {
    if (trouble === undefined) throw thrown;
    return trouble.kind === 'network'
      ? notKnown(trouble.message)
      : known({ kind: 'failed', trouble }, place);
  }
}

async function makeTools(
  ports: Ports,
  python: Python,
  folder: string,
): Promise<Trouble | undefined> {
  const { processes } = ports;
  const venv = venvAt(folder, python, ports);
  const shared = { cwd: folder, env: venv.env, timeout: 10 * MINUTES, log: 'tools' };
  if (python.uv !== undefined) {
    const made = await processes.run({
      ...shared,
      program: python.uv,
      args: ['venv', '--allow-existing', '--python', python.program, folder],
    });
    if (!isGood(made)) return troubleOf(made, 'making of a virtual environment');
    const args = ['pip', 'install', '--python', venv.python, ...TOOLS];
    const filled = await processes.run({ ...shared, program: python.uv, args });
    return isGood(filled) ? undefined : troubleOf(filled, 'installation of the build frontend');
  }
  if (!python.canMakeEnvironments) return noVenv(python);
  const made = await processes.run({
    ...shared,
    program: python.program,
    args: ['-m', 'venv', folder],
  });
  if (!isGood(made)) return troubleOf(made, 'making of a virtual environment');
  const args = ['-m', 'pip', 'install', '--no-input', '--progress-bar', 'off', ...TOOLS];
  const filled = await processes.run({ ...shared, program: venv.python, args });
  return isGood(filled) ? undefined : troubleOf(filled, 'installation of the build frontend');
}

const noVenv = (python: Python): Trouble => ({
  kind: 'missing',
  message: `Unexpected Python ${python.version} without the module \`venv\`, expected one that can make virtual environments`,
  remedy: 'install it (Debian, Ubuntu: apt-get install python3-venv), or install uv',
  log: undefined,
});
