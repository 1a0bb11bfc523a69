import { parseIsoDate, type IsoDate } from '../date.ts';
import { UserError } from '../errors.ts';
import { groupOf } from '../check.ts';
import { tomlKind, type TomlEntry, type TomlNode, type TomlTable } from '../toml-node.ts';
import type { Waiver } from '../waiver.ts';
import { nearest } from '../words.ts';
import { unexpectedKey } from './keys.ts';
import type { KnownActions } from './known-action.ts';

/** The keys of a waiver. */
const WAIVER_KEYS = ['expires', 'match', 'reason', 'rule'] as const;

/**
 * Reads `[[waivers]]`. Each must say which rule it is for, why, and until which day.
 * @throws UserError for a waiver that does not, or whose rule does not exist
 */
export function readWaivers(
  entry: TomlEntry,
  table: string,
  known: KnownActions,
): readonly Waiver[] {
  const { value: node } = entry;
  if (node.type !== 'array')
    throw new UserError(
      `Unexpected ${kindOf(node)} for \`waivers\`, expected tables headed [${table}]`,
      node.range,
    );
  const isKnown = ruleTest(known);
  return node.items.map((item) => {
    if (item.type === 'table') return readWaiver(item, table, isKnown);
    throw new UserError(
      `Unexpected ${kindOf(item)} in \`waivers\`, expected a table headed [${table}]`,
      item.range,
    );
  });
}

type RuleTest = (rule: string) => { readonly known: boolean; readonly near: string | undefined };

function readWaiver(table: TomlTable, name: string, test: RuleTest): Waiver {
  const stranger = [...table.entries.values()].find(
    ({ key }) => !WAIVER_KEYS.some((known) => known === key),
  );
  if (stranger !== undefined) throw unexpectedKey(stranger, `[${name}]`, WAIVER_KEYS);
  const rule = required(table, 'rule', name);
  const { known, near } = test(rule.text);
  if (!known)
    throw new UserError(
      `Unexpected rule \`${rule.text}\` in [${name}], expected the id of a rule, or a group with \`/*\`` +
        (near === undefined ? '' : `; did you mean \`${near}\`?`),
      rule.node.range,
    );
  const match = table.entries.get('match');
  return {
    rule: rule.text,
    match: match === undefined ? '*' : nonEmpty(match, name),
    reason: required(table, 'reason', name).text,
    expires: expiryOf(table, name),
    place: rule.node.range,
  };
}

function required(
  table: TomlTable,
  key: (typeof WAIVER_KEYS)[number],
  name: string,
): { readonly text: string; readonly node: TomlNode } {
  const entry = table.entries.get(key);
  if (entry === undefined)
    throw new UserError(
      `Unexpected waiver without \`${key}\` in [${name}], expected \`rule\`, \`reason\` and \`expires\``,
      table.range,
    );
  return { text: nonEmpty(entry, name), node: entry.value };
}

function nonEmpty({ key, value }: TomlEntry, name: string): string {
  if (value.type === 'string' && value.value.trim() !== '') return value.value;
  const found = value.type === 'string' ? 'empty string' : kindOf(value);
  throw new UserError(
    `Unexpected ${found} for \`${key}\` in [${name}], expected a string that says something`,
    value.range,
  );
}

/** A TOML date, or a string of the same form. */
function expiryOf(table: TomlTable, name: string): IsoDate {
  const entry = table.entries.get('expires');
  const value = entry?.value;
  if (value?.type !== 'date' && value?.type !== 'string') {
    if (value === undefined) return required(table, 'expires', name).text;
    throw wrongDate(value, name, kindOf(value));
  }
  const date = parseIsoDate(value.value.trim());
  if (date === undefined) throw wrongDate(value, name, `\`${value.value}\``);
  return date;
}

const wrongDate = (value: TomlNode, name: string, found: string): UserError =>
  new UserError(
    `Unexpected ${found} for \`expires\` in [${name}], expected a day such as 2027-01-31`,
    value.range,
  );

/** Says whether a rule, or a group with `/*`, exists. */
function ruleTest({ actions, others = [] }: KnownActions): RuleTest {
  const rules = actions.flatMap((action) => action.rules);
  const names = new Set([...rules, ...rules.map((rule) => `${groupOf(rule)}/*`)]);
  return (rule) => {
    // A rule of an action that is not part of this program cannot be told from a mistake.
    const known = names.has(rule) || others.length > 0;
    return { known, near: known ? undefined : nearest(rule, names) };
  };
}

const kindOf = (node: TomlNode): string => tomlKind(node).replace(/^an? /, '');
