import { readOptions, UserError, whereGiven, type OptionLayer } from '@pymaint/core';
import { checkNames, SHARED_OPTIONS, suggestion, type RunnableAction } from '@pymaint/platform';

/** An action, and the flags with what it knows of `--only`. */
export interface AskedAction {
  readonly action: RunnableAction;
  readonly flags: OptionLayer;
}

/**
 * The actions that know what `--only` names; all of them without it. Where several actions run, each knows its own
 * checks alone, and would take the name of another's for a mistake.
 * @throws UserError for a name that none of them knows, and for a check that runs programs, which these commands never do
 */
export function actionsAsked(
  actions: readonly RunnableAction[],
  flags: OptionLayer,
): readonly AskedAction[] {
  const { only } = readOptions({ only: SHARED_OPTIONS.only }, [flags]);
  if (only.length === 0) return actions.map((action) => ({ action, flags }));
  const where = whereGiven('only', [flags]) ?? '--only';
  for (const name of only) refuse(name, actions, where);
  return actions.flatMap((action) => {
    const quick = checkNames(action.checks.filter(({ id }) => !isSlow(id, action.slow)));
    const own = only.filter((name) => name === '*' || quick.has(name));
    if (own.length === 0) return [];
    const get: OptionLayer['get'] = (name) =>
      name === 'only' ? { written: own, where } : flags.get(name);
    return [{ action, flags: { ...flags, get } }];
  });
}

function refuse(name: string, actions: readonly RunnableAction[], where: string): void {
  if (name === '*') return;
  const all = new Set(actions.flatMap(({ checks }) => [...checkNames(checks)]));
  if (!all.has(name))
    throw new UserError(
      `${where}: Unexpected \`${name}\`, expected the id or group of a check${suggestion(name, all)}`,
    );
  const knowing = actions.filter(({ checks }) => checkNames(checks).has(name));
  const [slow] = knowing;
  if (slow !== undefined && knowing.every((action) => isSlow(name, action.slow)))
    throw new UserError(
      `${where}: Unexpected \`${name}\` where no program is run and no network asked, expected \`pymaint ${slow.name} --only ${name}\``,
    );
}

const isSlow = (id: string, slow: readonly string[]): boolean =>
  slow.some((group) => id === group || id.startsWith(`${group}/`));
