import { checksOver } from '@pymaint/core';
import type { DriftFacts } from './facts.ts';

/** Makes a check of version-drift: `reads` and `mayLack` name facts of {@link DriftFacts}. */
export const check = checksOver<DriftFacts>();
