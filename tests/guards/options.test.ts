import { ACTION_NAMES, FOLDER_INPUT, SHARED_OPTIONS } from '@pymaint/platform';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../packages/cli/src/actions.ts';
import { commandsFor } from '../../packages/cli/src/commands/index.ts';
import {
  BASELINE_OPTIONS,
  OUTPUT_OPTIONS,
  PLAN_OPTIONS,
} from '../../packages/cli/src/output-options.ts';
import { loadActions, type ActionDefinition } from '../../scripts/shared/actions.ts';
import { actionNames, readText } from '../../scripts/shared/repo.ts';

/** The names of an action's options that one source can give, shared ones among them. */
const from = ({ options }: ActionDefinition, source: 'input' | 'flag' | 'key'): readonly string[] =>
  Object.entries({ ...options, ...SHARED_OPTIONS })
    .filter(([, { sources }]) => sources.includes(source))
    .map(([name]) => name)
    .toSorted();

interface Schema {
  readonly properties: { readonly [table: string]: { readonly properties: object } };
}
const schema = JSON.parse(readText('schemas/pymaint.schema.json')) as Schema;
const commands = commandsFor(ACTIONS);
const commandOnly = Object.keys({ ...OUTPUT_OPTIONS, ...BASELINE_OPTIONS, ...PLAN_OPTIONS });

describe.each(await loadActions())('the options of $name', (action) => {
  const { name } = action;

  it('are the inputs of its action.yml, beside the folder, which the command takes as DIR', () => {
    const { inputs } = load(readText(`actions/${name}/action.yml`)) as { readonly inputs: object };
    const options = Object.keys(inputs).filter((input) => input !== FOLDER_INPUT.name);
    expect(options.toSorted()).toEqual(from(action, 'input'));
    expect(inputs).toHaveProperty(FOLDER_INPUT.name);
  });

  it('are the flags of its command', () => {
    const groups = commands.find((command) => command.name === name)?.options ?? [];
    const flags = groups.flatMap(({ specs }) => Object.keys(specs));
    expect(flags.filter((flag) => !commandOnly.includes(flag)).toSorted()).toEqual(
      from(action, 'flag'),
    );
  });

  it('are the keys of its table in the configuration', () => {
    expect(Object.keys(schema.properties[name]?.properties ?? {}).toSorted()).toEqual(
      from(action, 'key'),
    );
  });

  it('hide no option that all actions share', () => {
    expect(Object.keys(action.options).filter((option) => option in SHARED_OPTIONS)).toEqual([]);
  });

  it('are in kebab case and described in whole sentences', () => {
    const specs = Object.entries({ ...action.options, ...SHARED_OPTIONS });
    const odd = specs.filter(
      ([option, { description }]) =>
        !/^[a-z]+(?:-[a-z]+)*$/.test(option) || !/^[A-Z`][^]*\.$/.test(description),
    );
    expect(odd.map(([option]) => option)).toEqual([]);
  });
});

it('has every action in the command', () => {
  expect(ACTIONS.map(({ name }) => name).toSorted()).toEqual(actionNames());
  expect(actionNames().filter((name) => !ACTION_NAMES.includes(name))).toEqual([]);
});
