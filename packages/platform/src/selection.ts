import {
  nearest,
  readOptions,
  UserError,
  whereGiven,
  type Check,
  type FactSet,
  type OptionLayer,
  type Selection,
} from '@pymaint/core';
import { SHARED_OPTIONS } from './shared-options.ts';

/** What the user asked for, once every name is known to mean a check or a group. */
export interface Asked extends Selection {
  /** True where `only` named what runs: the verdict is about that alone. */
  readonly part: boolean;
  /** Checks without whose success those that `only` named could not be judged. */
  readonly needed: readonly string[];
}

/**
 * What is judged once facts were gathered: what was asked for, and what that needs as far as its facts are there. No fact
 * is gathered for the sake of a needed check alone: tests in the environment as it is need no build.
 */
export function selectionOver<F extends FactSet>(
  checks: readonly Check<F>[],
  { only, skip, needed }: Asked,
  facts: Partial<F>,
): Selection {
  const there = checks.filter(
    ({ id, reads }) => needed.includes(id) && reads.every((name) => facts[name] !== undefined),
  );
  return { only: [...only, ...there.map(({ id }) => id)], skip };
}

/** What a command brings to the choice. */
export interface Around {
  /** Checks or groups that the command leaves out. */
  readonly leaveOut?: readonly string[];
  /** Checks of other actions that the same command runs. */
  readonly beside?: readonly string[];
}

/** All that can be named: the checks' ids and their groups. */
export const checkNames = (checks: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(checks.flatMap(({ id }) => [id, id.split('/', 1)[0] ?? id]));

/**
 * The checks that `checks`, `skip` and `only` choose. `only` stands above both: what the configuration file leaves out
 * runs all the same.
 * @throws UserError for a name that no check and no group has
 */
export function selectionOf<F extends FactSet>(
  checks: readonly Check<F>[],
  layers: readonly OptionLayer[],
  { leaveOut = [], beside = [] }: Around = {},
): Asked {
  const asked = readOptions(SHARED_OPTIONS, layers);
  const names = checkNames([...checks, ...beside.map((id) => ({ id }))]);
  for (const option of ['only', 'checks', 'skip'] as const)
    refuseStrangers(option, asked[option], names, whereGiven(option, layers));
  if (asked.only.length === 0)
    return { only: asked.checks, skip: [...asked.skip, ...leaveOut], part: false, needed: [] };
  const flags = layers.filter(({ source }) => source !== 'key');
  return {
    only: asked.only,
    skip: [...readOptions({ skip: SHARED_OPTIONS.skip }, flags).skip, ...leaveOut],
    part: true,
    needed: needsOf(checks, asked.only),
  };
}

function refuseStrangers(
  option: string,
  given: readonly string[],
  names: ReadonlySet<string>,
  place: string | undefined,
): void {
  const stranger = given.find((name) => name !== '*' && !names.has(name));
  if (stranger === undefined) return;
  throw new UserError(
    `${place === undefined ? '' : `${place}: `}Unexpected \`${stranger}\` in \`${option}\`, expected the id or group of a check${suggestion(stranger, names)}`,
  );
}

/** The name that was meant (its last part may have been written alone), else all there are. */
export function suggestion(stranger: string, names: Iterable<string>): string {
  const all = [...names];
  const near = all.find((name) => name.endsWith(`/${stranger}`)) ?? nearest(stranger, all);
  return near === undefined ? `: ${all.join(', ')}` : `; did you mean \`${near}\`?`;
}

/** What the named checks need, through all steps. */
function needsOf<F extends FactSet>(
  checks: readonly Check<F>[],
  named: readonly string[],
): readonly string[] {
  const chosen = new Set(named);
  const isChosen = (id: string): boolean =>
    chosen.has('*') || chosen.has(id) || chosen.has(id.split('/', 1)[0] ?? id);
  for (let before = -1; before !== chosen.size;) {
    before = chosen.size;
    for (const { id, needs } of checks)
      if (isChosen(id)) for (const needed of needs) chosen.add(needed);
  }
  return [...chosen].filter((id) => !named.includes(id));
}
