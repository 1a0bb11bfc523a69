import type { Ports } from '@pymaint/platform';
import type { Distribution, Python, Trouble } from '../facts.ts';
import { FINGERPRINT } from '../helpers/fingerprint.ts';
import type { Options } from '../options.ts';
import { installedBy, MOST, resolvedToday, reuseOf, same, type Reuse } from './reuse.ts';
import { isGood } from './trouble.ts';
import { install, makeVenv, venvAt, type Venv } from './venv.ts';

/** What is to be in an environment. */
export interface Content {
  /** Names its folder and its log. */
  readonly log: string;
  readonly cwd: string;
  readonly wheel: Distribution;
  /** The wheel itself first. */
  readonly requirements: readonly string[];
  /** Requirements files. */
  readonly files: readonly string[];
  /** The wheel, which is installed again after each of them. */
  readonly again: string;
}

/** An environment, or why it could not be made. */
export interface MadeVenv {
  readonly venv: Venv;
  readonly trouble: Trouble | undefined;
  /** True where an earlier run made it. */
  readonly reused: boolean;
}

/** A virtual environment with a wheel and what goes with it: new, or that of an earlier run where it would be the same. */
export async function madeVenv(
  ports: Ports,
  python: Python,
  tools: string,
  options: Options,
  content: Content,
): Promise<MadeVenv> {
  const reuse = reuseOf(options, ports, python, tools);
  // A requirements file can name others, and anything.
  const plain = content.files.length === 0 && content.requirements.slice(1).every(isPlain);
  if (reuse !== undefined && plain) return kept(ports, python, tools, reuse, content);
  const home = await ports.scratch.temporary(content.log);
  const trouble = await fill(ports, python, tools, home, content);
  return { venv: venvAt(home, python, ports), trouble, reused: false };
}

/** No address and no file: what it means is said by the index alone. */
const isPlain = (requirement: string): boolean =>
  !/[@/\\]/.test(requirement.split(';', 1)[0] ?? '');

interface Kept {
  /** What was installed, as `name==version`. */
  readonly installed: readonly string[];
  readonly fingerprint: string;
}

const RECORD = 'pymaint.json';

async function kept(
  ports: Ports,
  python: Python,
  tools: string,
  reuse: Reuse,
  content: Content,
): Promise<MadeVenv> {
  let trouble: Trouble | undefined;
  const make = async (folder: string): Promise<void> => {
    trouble = await fill(ports, python, tools, folder, content, `${folder}/pymaint-report.json`);
    if (trouble !== undefined) throw new Error(trouble.message);
    const installed = installedBy(await ports.scratch.read(`${folder}/pymaint-report.json`));
    const fingerprint = await fingerprintOf(ports, python, folder);
    if (installed !== undefined && fingerprint !== undefined)
      await ports.scratch.write(`${folder}/${RECORD}`, JSON.stringify({ installed, fingerprint }));
  };
  const still = async (folder: string): Promise<boolean> => {
    const record = readKept(await ports.scratch.read(`${folder}/${RECORD}`));
    if (record === undefined) return false;
    const [fingerprint, today] = await Promise.all([
      fingerprintOf(ports, python, folder),
      resolvedToday(ports, tools, content.requirements, content.cwd),
    ]);
    return fingerprint === record.fingerprint && same(today, record.installed);
  };
  const files = content.wheel.files.map(({ path, sha256 }) => `${path} ${sha256}`);
  const key = [
    content.log,
    ...content.requirements.slice(1),
    ...files,
    extrasOf(content),
    reuse.key,
  ];
  const how = { ...(reuse.place !== undefined && { place: reuse.place }), still, most: MOST };
  try {
    const { folder, reused } = await ports.scratch.cached(
      'environments',
      key.join('\0'),
      make,
      how,
    );
    return { venv: venvAt(folder, python, ports), trouble: undefined, reused };
  } catch (thrown) {
    if (trouble === undefined) throw thrown;
    // What could not be made is not kept; nothing will be run in it.
    return { venv: venvAt(content.cwd, python, ports), trouble, reused: false };
  }
}

/** `name[extra]` of the wheel, without the place where it lies this time. */
const extrasOf = ({ again }: Content): string => again.split(' @ ', 1)[0] ?? '';

function readKept(text: string | undefined): Kept | undefined {
  try {
    const record = JSON.parse(text ?? '') as Kept;
    return Array.isArray(record.installed) ? record : undefined;
  } catch {
    return undefined;
  }
}

async function fingerprintOf(
  { processes }: Ports,
  python: Python,
  folder: string,
): Promise<string | undefined> {
  const ran = await processes.run({
    program: python.program,
    args: ['-I', '-c', FINGERPRINT, folder],
    cwd: folder,
    timeout: 5 * 60_000,
  });
  return isGood(ran) ? ran.stdout.trim() : undefined;
}

async function fill(
  ports: Ports,
  python: Python,
  tools: string,
  home: string,
  { log, cwd, requirements, files, again }: Content,
  report?: string,
): Promise<Trouble | undefined> {
  const venv = venvAt(home, python, ports);
  const into = (what: readonly string[], told?: string): Promise<Trouble | undefined> =>
    install(ports, python, tools, venv, what, {
      cwd,
      log,
      ...(told !== undefined && { report: told }),
    });
  let trouble = await makeVenv(ports, python, home);
  trouble ??= await into(requirements, report);
  for (const file of files) {
    trouble ??= await into(['-r', file]);
    trouble ??= await into([REINSTALL[python.uv === undefined ? 'pip' : 'uv'], '--no-deps', again]);
  }
  return trouble;
}

const REINSTALL = { pip: '--force-reinstall', uv: '--reinstall' } as const;
