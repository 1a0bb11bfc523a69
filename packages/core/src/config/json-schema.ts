import { groupOf } from '../check.ts';
import type { Json } from '../finding.ts';
import type { OptionSpec } from '../option.ts';
import { keysOf, type KnownAction } from './known-action.ts';

/**
 * The JSON Schema (draft-07, as editors' TOML plug-ins read it) of `[tool.pymaint]` and of pymaint.toml, made
 * from the options' own specifications.
 */
export const configSchema = (actions: readonly KnownAction[]): Json => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'pymaint',
  description:
    'Configuration of pymaint: `[tool.pymaint]` in pyproject.toml, or the whole of pymaint.toml.',
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(actions.map((action) => [action.name, actionSchema(action)])),
    waivers: waiversSchema(actions),
  },
});

const actionSchema = (action: KnownAction): Json => ({
  description: action.summary,
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    keysOf(action).flatMap((name) => {
      const spec = action.options[name];
      return spec === undefined ? [] : [[name, optionSchema(spec)]];
    }),
  ),
});

const optionSchema = (spec: OptionSpec<unknown>): Json => ({
  description: spec.description,
  ...typeOf(spec),
  ...defaultOf(spec),
});

/** An empty string means "use the default" everywhere. */
function typeOf({ kind, choices = [] }: OptionSpec<unknown>): { readonly [key: string]: Json } {
  switch (kind) {
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { enum: [...choices, ''] };
    case 'list':
      return { oneOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] };
    case 'duration':
      return {
        oneOf: [
          { type: 'string', pattern: String.raw`^\s*(\d{1,7}\s*[smhd]?)?\s*$` },
          { type: 'integer', minimum: 0, maximum: 9_999_999 },
        ],
      };
    case 'text':
      return { type: 'string' };
  }
}

const defaultOf = ({ kind, shownDefault }: OptionSpec<unknown>): { readonly default?: Json } =>
  kind === 'flag'
    ? { default: shownDefault === 'true' }
    : shownDefault === ''
      ? {}
      : { default: shownDefault };

function waiversSchema(actions: readonly KnownAction[]): Json {
  const rules = actions.flatMap((action) => action.rules);
  const groups = rules.map((rule) => `${groupOf(rule)}/*`);
  return {
    description: 'Findings that are known and accepted until a day.',
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'reason', 'expires'],
      properties: {
        rule: {
          description: 'The id of a rule, or a group with `/*`.',
          enum: [...new Set([...rules, ...groups])].toSorted(),
        },
        match: {
          description: 'A path glob, or a part of the message; `*` for every finding of the rule.',
          type: 'string',
          minLength: 1,
          default: '*',
        },
        reason: { description: 'Why the finding is accepted.', type: 'string', minLength: 1 },
        expires: {
          description: 'The last day on which the waiver holds, as YYYY-MM-DD.',
          type: 'string',
          pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
        },
      },
    },
  };
}
