import { changelogVerify } from '@pymaint/changelog-verify';
import { docsLinkcheck } from '@pymaint/docs-linkcheck';
import { runnable, type RunnableAction } from '@pymaint/platform';
import { releaseGate } from '@pymaint/release-gate';
import { versionDrift } from '@pymaint/version-drift';

/** All actions of the suite, in the order of the help and of `pymaint check`. */
export const ACTIONS: readonly RunnableAction[] = [
  runnable(releaseGate),
  runnable(changelogVerify),
  runnable(versionDrift),
  runnable(docsLinkcheck),
];
