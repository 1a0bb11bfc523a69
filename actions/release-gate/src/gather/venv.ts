import type { Ports, Ran } from '@pymaint/platform';
import type { Python, Trouble } from '../facts.ts';
import { hasNetworkTrouble, isGood, lastWords, troubleOf } from './trouble.ts';

/** A virtual environment. */
export interface Venv {
  /** Its interpreter. */
  readonly python: string;
  /** The folder of its programs. */
  readonly bin: string;
  /** What a program must find in its environment in order to run in this one. */
  readonly env: { readonly [name: string]: string | undefined };
}

/** What a program must find in its environment so that its output can be read, whatever the user has set. */
export const CHILD_ENV: { readonly [name: string]: string | undefined } = {
  VIRTUAL_ENV: undefined,
  PYTHONHOME: undefined,
  PYTHONPATH: undefined,
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  PY_COLORS: '0',
  COLUMNS: '200',
  PYTHONUTF8: '1',
};

/** Where everything of a virtual environment in a folder is. */
export function venvAt(folder: string, python: Python, ports: Ports): Venv {
  const bin = python.windows ? `${folder}\\Scripts` : `${folder}/bin`;
  const path = ports.env['PATH'] ?? ports.env['Path'] ?? '';
  return {
    bin,
    python: python.windows ? `${bin}\\python.exe` : `${bin}/python`,
    env: {
      ...CHILD_ENV,
      PATH: `${bin}${python.separator}${path}`,
      VIRTUAL_ENV: folder,
      PYTHONNOUSERSITE: '1',
    },
  };
}

const MINUTES = 60_000;

/** Makes a virtual environment without an installer in an empty folder, by uv where it is there. */
export async function makeVenv(
  ports: Ports,
  python: Python,
  folder: string,
): Promise<Trouble | undefined> {
  const ran = await ports.processes.run({
    ...(python.uv === undefined
      ? { program: python.program, args: ['-m', 'venv', '--without-pip', folder] }
      : {
          program: python.uv,
          args: ['venv', '--quiet', '--allow-existing', '--python', python.program, folder],
        }),
    cwd: folder,
    timeout: 5 * MINUTES,
  });
  return isGood(ran) ? undefined : troubleOf(ran, 'making of a virtual environment');
}

/** Installs requirements into a virtual environment, by uv or by the pip of the tools. */
export async function install(
  ports: Ports,
  python: Python,
  tools: string,
  venv: Venv,
  requirements: readonly string[],
  where: { readonly cwd: string; readonly log: string; readonly report?: string },
): Promise<Trouble | undefined> {
  if (requirements.length === 0) return undefined;
  const { program, args } =
    python.uv === undefined
      ? { program: tools, args: ['-m', 'pip', '--python', venv.python, 'install', ...PIP] }
      : { program: python.uv, args: ['pip', 'install', '--python', venv.python] };
  const ran = await ports.processes.run({
    program,
    args: [
      ...args,
      ...(where.report === undefined ? [] : ['--report', where.report]),
      ...requirements,
    ],
    cwd: where.cwd,
    env: { ...venv.env, PIP_REQUIRE_VIRTUALENV: undefined, PIP_USER: undefined },
    timeout: 20 * MINUTES,
    log: where.log,
  });
  return isGood(ran) ? undefined : installTrouble(ran, requirements);
}

/** Bytecode is made by whatever is imported, and much never is. */
const PIP = ['--no-input', '--progress-bar', 'off', '--no-compile', '--no-warn-script-location'];

/** Why uv finds no solution, on one line: it breaks lines as wide as the terminal is. */
function reasonOfUv(output: string): string | undefined {
  const [, told] = output.split('No solution found when resolving', 2);
  return told
    ?.slice(0, 2000)
    .replace(/\s+/g, ' ')
    .match(/Because (.*?)(?:, we can conclude| hint:|$)/)?.[1];
}

/** pip's and uv's own words for what went wrong, where they are known. */
function installTrouble(ran: Ran, requirements: readonly string[]): Trouble {
  const reason = reasonOfUv(ran.output);
  const missing =
    /No matching distribution found for ([^\n]+)/.exec(ran.output)?.[1] ??
    /^(?:only \S+ is available|there is no version of \S+) and you require (\S+)$/.exec(
      reason ?? '',
    )?.[1] ??
    /^(\S+) was not found in the package registry/.exec(reason ?? '')?.[1];
  if (missing !== undefined && !hasNetworkTrouble(ran.output))
    return {
      kind: 'failed',
      message: `Unexpected requirement \`${missing.trim()}\` that no distribution on the index satisfies, expected one that can be installed`,
      remedy: `mend the requirement; the log tells which versions there are`,
      log: ran.log,
    };
  if (reason !== undefined || ran.output.includes('ResolutionImpossible'))
    return {
      kind: 'failed',
      message: `Unexpected requirements that no distributions satisfy together: ${reason ?? lastWords(ran.output)}`,
      remedy: `pip install ${requirements.join(' ')} shows which`,
      log: ran.log,
    };
  return troubleOf(ran, 'installation');
}
