import { fileStart, known, notKnown, type Fact } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Python } from '../facts.ts';

const ASK = [
  'import json, os, sys',
  'ok = True',
  'try: import ensurepip, venv',
  'except ImportError: ok = False',
  'print(json.dumps([sys.version.split()[0], os.name, os.pathsep, sys.executable, ok]))',
].join('\n');

/** The interpreter that builds and tests: the one that was named, else the first of python3 and python. */
export async function gatherPython(
  { processes, workspace }: Ports,
  asked: string | undefined,
): Promise<Fact<Python>> {
  const names = asked === undefined ? ['python3', 'python'] : [asked];
  let why = `no Python was found as ${names.join(' or ')}: install one, or name it by \`python\``;
  for (const program of names) {
    const ran = await processes.run({
      program,
      args: ['-I', '-c', ASK],
      cwd: workspace.folder,
      timeout: 60_000,
    });
    const answer = ran.stdout.trim();
    if (ran.ending.kind === 'exited' && ran.ending.code === 0 && answer.startsWith('[')) {
      const [version, os, separator, path, canMakeEnvironments] = JSON.parse(answer) as [
        string,
        string,
        string,
        string,
        boolean,
      ];
      const uv = await processes.find('uv');
      return known(
        { program: path, version, windows: os === 'nt', separator, uv, canMakeEnvironments },
        fileStart('.'),
      );
    }
    if (ran.ending.kind !== 'not-started')
      why = `\`${program}\` is there but does not run: ${lastLine(ran.output)}`;
  }
  return notKnown(why);
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
