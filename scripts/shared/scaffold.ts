import { camelCase } from './actions.ts';
import type { GeneratedFile } from './text.ts';

/** Stands in a new page until its author has written it; a guard test finds it. */
export const PLACEHOLDER = 'to be written';

/** Where a check of an action goes. */
export interface Target {
  readonly action: string;
  /** `group/name`, or `name`. */
  readonly id: string;
  /** The name under which its file exports it. */
  readonly constant: string;
}

/** @throws Error where the id could not be a rule's */
export function targetOf(action: string, id: string): Target {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?$/.test(id))
    throw new Error(`Unexpected id ${id}, expected one such as has-entry or changelog/has-entry`);
  return { action, id, constant: camelCase(id.split('/').at(-1) ?? id) };
}

/** The check, its test and its page: a check that passes, a test that passes, and a page that asks to be written. */
export function newFiles({ action, id, constant }: Target): readonly GeneratedFile[] {
  const base = `actions/${action}/src/checks/${id}`;
  const up = '../'.repeat(id.split('/').length);
  const file = id.split('/').at(-1) ?? id;
  return [
    {
      path: `${base}.ts`,
      text: `import { pass } from '@pymaint/core';
import { check } from '${up}check.ts';

/** Why this is asked for: ${PLACEHOLDER}. */
export const ${constant} = check({
  id: '${id}',
  summary: 'What is true when this passes, ${PLACEHOLDER}',
  reads: [],
  judge: () => pass(),
});
`,
    },
    {
      path: `${base}.test.ts`,
      text: `import { expect, it } from 'vitest';
import { outcomeOf } from '${up}testing.ts';
import { ${constant} } from './${file}.ts';

it.each([['an empty project', {}, { status: 'pass' }]] as const)(
  'judges %s',
  (_, facts, expected) => {
    expect(outcomeOf(${constant}, facts)).toEqual(expected);
  },
);
`,
    },
    {
      path: `${base}.md`,
      text: `# ${id}

What is true when this passes, ${PLACEHOLDER}.

## Why

What goes wrong for users or maintainers otherwise: ${PLACEHOLDER}.

## Fails

The smallest example, as a user has it: ${PLACEHOLDER}.

## Passes

The same example, mended: ${PLACEHOLDER}.

## How to fix

A command or an edit: ${PLACEHOLDER}.
`,
    },
  ];
}

/** checks/index.ts with the check imported and put at the end of the list, which is the end of the report. */
export function registered(index: string, { id, constant }: Target): string {
  const taken = new RegExp(`\\b${constant}\\b`).test(index);
  const name = taken ? camelCase(id) : constant;
  const end = index.lastIndexOf(']');
  if (end < 0) throw new Error('checks/index.ts has no list of checks');
  const head = index.slice(0, end).trimEnd();
  const comma = /[,[]$/.test(head) ? '' : ',';
  const lines = `${head}${comma} ${name}, ${index.slice(end)}`.split('\n');
  const lastImport = lines.findLastIndex((line) => line.includes(" from '"));
  const imported = taken ? `${constant} as ${name}` : constant;
  return lines.toSpliced(lastImport + 1, 0, `import { ${imported} } from './${id}.ts';`).join('\n');
}
