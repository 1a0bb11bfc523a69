import { nearest, UserError } from '@pymaint/core';
import type { Command } from '../command.ts';
import { RULE_PAGES } from '../rule-pages.generated.ts';

/** `pymaint explain RULE`: the rule's page, as it stands in the documentation. */
export const explainCommand: Command = {
  name: 'explain',
  operands: '[RULE]',
  maxOperands: 1,
  summary: 'Tell why a rule exists and how to satisfy it; without a rule, list them all.',
  options: [],
  async run({ console }, { operands }) {
    const [rule] = operands;
    console.write(rule === undefined ? listing() : `${pageOf(rule).trimEnd()}\n`);
    return 0;
  },
};

const listing = (): string =>
  Object.entries(RULE_PAGES)
    .map(([id, page]) => `${id.padEnd(44)} ${titleOf(page)}\n`)
    .join('');

/** The first paragraph below the page's heading, in one line. */
const titleOf = (page: string): string =>
  page
    .split(/\n{2,}/)
    .find((part) => !part.startsWith('#'))
    ?.replaceAll('\n', ' ')
    .trim() ?? '';

function pageOf(rule: string): string {
  const page = RULE_PAGES[rule];
  if (page !== undefined) return page;
  const names = Object.keys(RULE_PAGES);
  const ending = names.find((name) => name.endsWith(`/${rule}`));
  const near = ending ?? nearest(rule, names);
  throw new UserError(
    `Unexpected rule \`${rule}\`, expected one that \`pymaint explain\` lists` +
      (near === undefined ? '' : `; did you mean \`${near}\`?`),
  );
}
