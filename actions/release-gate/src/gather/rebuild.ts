import { known, notApplicable, type Fact, type Known, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Build, Python, Rebuild, Tools } from '../facts.ts';
import type { Options } from '../options.ts';
import { gatherBuild } from './build.ts';
import { isGood } from './trouble.ts';

/**
 * The second by which builds date what they pack (https://reproducible-builds.org/specs/source-date-epoch/): that of the
 * user's environment, else that of the commit. Undefined outside git.
 */
export async function sourceDate({
  env,
  processes,
  workspace,
}: Ports): Promise<string | undefined> {
  const given = env['SOURCE_DATE_EPOCH'];
  if (given !== undefined && given !== '') return given;
  const ran = await processes.run({
    program: 'git',
    args: ['log', '-1', '--format=%ct'],
    cwd: workspace.folder,
    timeout: 60_000,
  });
  const seconds = ran.stdout.trim();
  return isGood(ran) && /^\d+$/.test(seconds) ? seconds : undefined;
}

/** Builds once more from a fresh copy, and keeps what is needed to tell where the two differ. */
export async function gatherRebuild(
  ports: Ports,
  python: Python,
  first: Known<Build>,
  options: Options,
  needTools: () => Promise<Fact<Tools>>,
  date: string | undefined,
): Promise<Fact<Rebuild>> {
  if (first.value.kind === 'failed') return notApplicable('the package does not build');
  const place: Place = first.place;
  const second = await gatherBuild(ports, python, place, options, needTools, date);
  if (!second.known) return second;
  if (second.value.kind === 'failed')
    return known({ kind: 'failed', message: second.value.trouble.message }, place);
  const { sdist, wheel } = second.value;
  return known({ kind: 'built', sdist, wheel, dated: date !== undefined }, place);
}
