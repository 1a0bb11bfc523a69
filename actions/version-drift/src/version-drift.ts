import { count, type Json } from '@pymaint/core';
import { defineAction } from '@pymaint/platform';
import { displayName, spellVersion } from '@pymaint/python';
import { CHECKS } from './checks/index.ts';
import type { DriftFacts, JudgedSlot } from './facts.ts';
import { gatherDrift } from './gather.ts';
import { OPTIONS } from './options.ts';

/** The action as data: which places name the version, and which were left behind? */
export const versionDrift = defineAction<typeof OPTIONS, DriftFacts>({
  name: 'version-drift',
  summary:
    'Finds every place that names a Python package’s version, and those that were left behind',
  options: OPTIONS,
  slow: [],
  doubtFails: false,
  checks: CHECKS,
  gather: gatherDrift,
  words: { yes: 'no drift', no: 'drift', unknown: 'not known to agree' },
  headline,
  data: ({ slots }) => ({ slots: slots?.known === true ? slots.value.map(row) : [] }),
  outputs: {
    version: { description: 'The version that places were held against, or nothing.' },
    slots: { description: 'How many places name the version.' },
  },
  outputValues: (_, { target, slots }) => ({
    version: target?.known === true ? target.value.version.canonical : '',
    slots: slots?.known === true ? String(slots.value.length) : '',
  }),
});

/** One row of the table of all places. */
const row = ({ slot, verdict, expected }: JudgedSlot): Json => ({
  kind: slot.kind,
  path: slot.place.path,
  line: slot.place.line,
  column: slot.place.column,
  found: slot.written,
  expected:
    expected === undefined ? null : (spellVersion(expected, slot.spelling, slot.written) ?? null),
  verdict,
  policy: slot.policy,
});

/** `attrsx 2.4.0 · 7 slots`. */
function headline({ project, target, slots }: Partial<DriftFacts>): string {
  const name = displayName(project);
  const version = target?.known === true ? ` ${target.value.version.canonical}` : '';
  const places = slots?.known === true ? ` · ${count(slots.value.length, 'slot')}` : '';
  return `${name}${version}${places}`;
}
