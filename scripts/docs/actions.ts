import { textOption, type OptionSpec } from '@pymaint/core';
import { FOLDER_INPUT, SHARED_OPTIONS, SHARED_OUTPUTS } from '@pymaint/platform';
import { loadActions, type ActionDefinition } from '../shared/actions.ts';
import { readText } from '../shared/repo.ts';
import { between, table, type GeneratedFile } from '../shared/text.ts';

/** The inputs and outputs in each action.yml, and the tables of each action's README. */
export const actionFiles = async (): Promise<readonly GeneratedFile[]> =>
  overview(await loadActions());

const overview = (actions: readonly ActionDefinition[]): readonly GeneratedFile[] => {
  const rows = actions.map(({ name, summary }) => [
    `[${name}](actions/${name}/README.md)`,
    summary,
  ]);
  const list = `\n${table(['Action', 'What it does'], rows)}\n`;
  return [
    { path: 'README.md', text: between(readText('README.md'), 'actions', list) },
    ...actions.flatMap((action) => [metadata(action), readme(action)]),
  ];
};

/** What a workflow can give: the options, and where the project is. */
export const inputsOf = (
  action: ActionDefinition,
): readonly (readonly [string, OptionSpec<unknown>])[] => [
  ...Object.entries({ ...action.options, ...SHARED_OPTIONS }).filter(([, { sources }]) =>
    sources.includes('input'),
  ),
  [FOLDER_INPUT.name, { ...textOption(FOLDER_INPUT.description), shownDefault: '.' }],
];

/**
 * What action.yml says of an input. The default stands in the words and not under `default:`, which would give
 * the input a value in every run and so hide what the configuration file says.
 */
export const inputDescription = ({
  description,
  choices,
  shownDefault,
}: OptionSpec<unknown>): string =>
  [
    description,
    ...(choices ? [`One of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`] : []),
    ...(shownDefault === '' ? [] : [`Default: \`${shownDefault}\`.`]),
  ].join(' ');

/** All outputs of an action. */
export const outputsOf = (action: ActionDefinition): ActionDefinition['outputs'] => ({
  ...action.outputs,
  ...SHARED_OUTPUTS,
});

function metadata(action: ActionDefinition): GeneratedFile {
  const path = `actions/${action.name}/action.yml`;
  const entry = (name: string, description: string): string =>
    `  ${name}:\n    description: ${JSON.stringify(description)}`;
  const inputs = inputsOf(action).map(([name, spec]) => entry(name, inputDescription(spec)));
  const outputs = Object.entries(outputsOf(action)).map(([name, spec]) =>
    entry(name, spec.description),
  );
  const text = between(readText(path), 'inputs', inputs.join('\n'));
  return { path, text: between(text, 'outputs', outputs.join('\n')) };
}

function readme(action: ActionDefinition): GeneratedFile {
  const path = `actions/${action.name}/README.md`;
  const inputs = inputsOf(action).map(([name, spec]) => [
    `\`${name}\``,
    inputDescription({ ...spec, shownDefault: '' }),
    spec.shownDefault === '' ? '' : `\`${spec.shownDefault}\``,
  ]);
  const outputs = Object.entries(outputsOf(action)).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  const rules = action.checks.map(({ id, summary, level }) => [
    `[\`${id}\`](src/checks/${id}.md)`,
    summary,
    level,
  ]);
  const tables = {
    inputs: table(['Input', 'What it says', 'Default'], inputs),
    outputs: table(['Output', 'What it holds'], outputs),
    rules: table(['Rule', 'Passes when', 'Level'], rules),
  };
  const text = Object.entries(tables).reduce(
    (before, [name, made]) => between(before, name, `\n${made}\n`),
    readText(path),
  );
  return { path, text };
}
