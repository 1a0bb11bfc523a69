import { checksOver } from '@pymaint/core';
import type { ReleaseFacts } from './facts.ts';

/** Makes a check of release-gate: `reads` and `mayLack` name facts of {@link ReleaseFacts}. */
export const check = checksOver<ReleaseFacts>();
