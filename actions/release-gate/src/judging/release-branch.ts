const RELEASE_BRANCH =
  /^(?:[\w-]+[/-])?v?\d+(?:\.(?:\d+|x))*(?:[-_.]\w+)*$|(?:^|[/_-])(?:release|releases|rel|stable|maint|maintenance|hotfix|backport|backports|lts|support)(?:[/_.-]|\d|$)/i;

/**
 * Names that branches of older series have: `1.4.x`, `v1.4`, `8.1.x`, `release/2.0`, `maint-3`, `stable`,
 * `hotfix/1.2.1`. A tag on one of them is how two series live side by side.
 */
export const isReleaseBranch = (name: string): boolean => RELEASE_BRANCH.test(name);
