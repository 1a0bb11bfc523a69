import type { Environment } from '../ports/index.ts';

/** The variable by which what a program started is known again, whatever became of its parents. */
const MARK = 'PYMAINT_RUN';

/**
 * What a program started here must not see: an action's own inputs (a token may be among them), the runner's
 * tokens, and the files by which a step speaks to the runner, where a build script could forge outputs or put
 * a folder of its own first on the PATH of later steps.
 */
const WITHHELD =
  /^(?:INPUT_.*|STATE_.*|ACTIONS_(?:RUNTIME_TOKEN|ID_TOKEN_REQUEST_TOKEN|ID_TOKEN_REQUEST_URL)|GITHUB_(?:OUTPUT|ENV|PATH|STATE|STEP_SUMMARY|ARTIFACTS|ARTIFACTS_LIST))$/i;

/** The environment of a child: ours without what is withheld, changed as the command says, and marked. */
export function childEnvironment(
  env: Environment,
  changes: Environment,
  mark: string,
): NodeJS.ProcessEnv {
  const inherited = Object.entries(env).filter(([name]) => !WITHHELD.test(name));
  const all = { ...Object.fromEntries(inherited), ...changes };
  const outer = env[MARK];
  return {
    ...Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)),
    // A pymaint within a pymaint keeps the mark of the outer one.
    [MARK]: outer === undefined ? mark : `${outer} ${mark}`,
  };
}
