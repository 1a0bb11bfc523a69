import type { Environment } from '../ports/index.ts';

/**
 * An action's input as the runner hands it over: `INPUT_` and the name in upper case, blanks as `_`, hyphens kept;
 * trimmed. Undefined for one that is absent and for an empty one: a reusable workflow forwards '' for what its
 * caller left out, and the runner puts no default in its place.
 */
export function readInput(env: Environment, name: string): string | undefined {
  const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
  return value === '' ? undefined : value;
}
