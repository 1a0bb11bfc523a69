import { OPTIONS as changelogVerify } from '@pymaint/changelog-verify/options';
import { OPTIONS as docsLinkcheck } from '@pymaint/docs-linkcheck/options';
import { runnable, type RunnableAction } from '@pymaint/platform';
import { OPTIONS as releaseGate } from '@pymaint/release-gate/options';
import { OPTIONS as versionDrift } from '@pymaint/version-drift/options';
import { OUTLINES } from './outlines.generated.ts';

/**
 * An action that is loaded when it is first run: what the help and the configuration need of it is known before. Its
 * `import` says `eager`, so that the bundle stays one file, of which each action's part is read by Node when asked for.
 */
const loadedLate = (
  outline: Omit<RunnableAction, 'run' | 'plan'>,
  load: () => Promise<RunnableAction>,
): RunnableAction => ({
  ...outline,
  run: async (request) => (await load()).run(request),
  plan: async (request) => (await load()).plan(request),
});

/** All actions of the suite, in the order of the help and of `pymaint check`. */
export const ACTIONS: readonly RunnableAction[] = [
  loadedLate({ ...OUTLINES['release-gate'], options: releaseGate }, async () => {
    const loaded = await import(/* webpackMode: "eager" */ '@pymaint/release-gate');
    return runnable(loaded.releaseGate);
  }),
  loadedLate({ ...OUTLINES['changelog-verify'], options: changelogVerify }, async () => {
    const loaded = await import(/* webpackMode: "eager" */ '@pymaint/changelog-verify');
    return runnable(loaded.changelogVerify);
  }),
  loadedLate({ ...OUTLINES['version-drift'], options: versionDrift }, async () => {
    const loaded = await import(/* webpackMode: "eager" */ '@pymaint/version-drift');
    return runnable(loaded.versionDrift);
  }),
  loadedLate({ ...OUTLINES['docs-linkcheck'], options: docsLinkcheck }, async () => {
    const loaded = await import(/* webpackMode: "eager" */ '@pymaint/docs-linkcheck');
    return runnable(loaded.docsLinkcheck);
  }),
];
