/**
 * The names of all actions of the suite. A bundle holds one of them, and must still know that a table of another
 * in `[tool.pymaint]` is no mistake. A guard test holds the list against the folders of actions/.
 */
export const ACTION_NAMES: readonly string[] = [
  'release-gate',
  'changelog-verify',
  'version-drift',
  'docs-linkcheck',
];
