import { checksOver } from '@pymaint/core';
import type { VerifyFacts } from './facts.ts';

/** Makes a check of changelog-verify: `reads` and `mayLack` name facts of {@link VerifyFacts}. */
export const check = checksOver<VerifyFacts>();
