import { checksOver } from '@pymaint/core';
import type { LinkFacts } from './facts.ts';

/** Makes a check of docs-linkcheck: `reads` and `mayLack` name facts of {@link LinkFacts}. */
export const check = checksOver<LinkFacts>();
