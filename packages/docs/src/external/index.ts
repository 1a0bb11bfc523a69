import { RETRY_POLICY, waitBeforeRetry, type ProbePolicy } from '@pymaint/core';
import { forbiddenRange } from './addresses.ts';
import { scanAnchors } from './page-anchors.ts';

export * from './addresses.ts';
export * from './archive.ts';
export * from './link-settings.ts';
export * from './memory.ts';
export * from './own-repository.ts';
export * from './page-anchors.ts';
export * from './pass-over.ts';
export * from './uses.ts';
export * from './verdict.ts';

/** The decisions of this package, for a prober. `allowPrivate` lets links lead into the runner's own network. */
export const probePolicy = (allowPrivate = false): ProbePolicy => ({
  forbidden: (address) => (allowPrivate ? undefined : forbiddenRange(address)),
  wait: (attempt, made, now, random) => waitBeforeRetry(attempt, made, RETRY_POLICY, now, random),
  scan: scanAnchors,
});
