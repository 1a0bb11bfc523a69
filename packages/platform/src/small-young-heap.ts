import { setFlagsFromString } from 'node:v8';

/** The last release of Node whose engine was seen to know the flag: one that does not would complain of it. */
const NEWEST_SEEN = 24;

/**
 * Keeps the part of the heap small in which new objects are made (V8's new space). For a run that reads much and keeps
 * most of what it makes, V8 would let it grow again and again, to more than all the rest together, and no run is
 * quicker for it. Holds for the whole process, from now on.
 */
export function keepYoungHeapSmall(): void {
  const major = Number(process.versions.node.split('.', 1)[0]);
  if (major <= NEWEST_SEEN) setFlagsFromString('--semi-space-growth-factor=1');
}
