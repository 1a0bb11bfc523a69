import type { Ports } from '@pymaint/platform';
import type { Python } from '../facts.ts';
import type { Options } from '../options.ts';
import { isGood } from './trouble.ts';
import { CHILD_ENV } from './venv.ts';

/** How things of earlier runs are used again. */
export interface Reuse {
  /** Where they are kept; undefined for the user's cache folder. */
  readonly place: string | undefined;
  /** What all of them depend on: the interpreter, the tools, and the environment that programs inherit. */
  readonly key: string;
}

/** Most bytes of environments, and of builds. */
export const MOST = 3 * 1024 ** 3;

/** Variables that differ from one terminal to the next and change no build: of the session, the window and the runner's step. */
const PASSING =
  /^(?:_|PWD|OLDPWD|SHLVL|COLUMNS|LINES|TERM(?:_.*)?|COLORTERM|TMUX.*|STY|WINDOW.*|DISPLAY|WAYLAND_DISPLAY|SSH_.*|XDG_SESSION.*|DBUS_.*|GPG_.*|VTE_.*|PYMAINT_.*|INPUT_.*|STATE_.*|RUNNER_.*|GITHUB_.*|ACTIONS_.*|npm_.*|VITEST.*|INIT_CWD|PS1|PROMPT.*|INVOCATION_ID|JOURNAL_STREAM)$/;

/**
 * Whether, and where. A runner keeps nothing unless it is told to: what a release publishes is built in its own job. With
 * uv nothing is kept, since it has a cache of its own and makes an environment in a moment.
 */
export function reuseOf(
  options: Pick<Options, 'cache-folder'>,
  { env }: Pick<Ports, 'env'>,
  python: Python,
  tools: string,
): Reuse | undefined {
  const place = options['cache-folder'];
  if (place === 'off' || python.uv !== undefined) return undefined;
  if (place === undefined && env['GITHUB_ACTIONS'] === 'true') return undefined;
  const inherited = Object.entries({ ...env, ...CHILD_ENV })
    .filter(([name, value]) => value !== undefined && !PASSING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted();
  return { place, key: [python.program, python.version, tools, ...inherited].join('\0') };
}

/**
 * What pip would install today for these requirements, as `name==version`: the index is asked, nothing is installed.
 * Undefined where it cannot be found out.
 */
export async function resolvedToday(
  ports: Ports,
  tools: string,
  requirements: readonly string[],
  cwd: string,
): Promise<readonly string[] | undefined> {
  if (requirements.length === 0) return [];
  const report = `${await ports.scratch.temporary('resolve')}/report.json`;
  const ran = await ports.processes.run({
    program: tools,
    args: [
      '-m',
      'pip',
      'install',
      '--dry-run',
      '--ignore-installed',
      '--quiet',
      '--no-input',
      '--report',
      report,
      ...requirements,
    ],
    cwd,
    env: CHILD_ENV,
    timeout: 5 * 60_000,
  });
  return isGood(ran) ? installedBy(await ports.scratch.read(report)) : undefined;
}

/** The distributions of an installation report (pip.pypa.io, "Installation report"), sorted. */
export function installedBy(report: string | undefined): readonly string[] | undefined {
  try {
    const { install } = JSON.parse(report ?? '') as {
      readonly install: readonly {
        readonly metadata: { readonly name: string; readonly version: string };
      }[];
    };
    return install.map(({ metadata }) => pinned(metadata.name, metadata.version)).toSorted();
  } catch {
    return undefined;
  }
}

/** `name==version`, the name in its normal form. */
export const pinned = (name: string, version: string): string =>
  `${name.toLowerCase().replaceAll(/[-_.]+/g, '-')}==${version}`;

/** True where both are known and hold the same. */
export const same = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.join('\n') === b.join('\n');
