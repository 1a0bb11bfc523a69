import { configSchema } from '@pymaint/core';
import { SHARED_OPTIONS } from '@pymaint/platform';
import { loadActions, type ActionDefinition } from '../shared/actions.ts';
import { readText } from '../shared/repo.ts';
import { between, table, type GeneratedFile } from '../shared/text.ts';
import { inputDescription } from './actions.ts';

const PAGE = 'docs/reference/configuration.md';

/** The keys of the configuration file: a table of each action's, and the JSON Schema for editors. */
export async function configurationFiles(): Promise<readonly GeneratedFile[]> {
  const actions = await loadActions();
  const tables = actions.map((action) => [`### \`[tool.pymaint.${action.name}]\``, keys(action)]);
  const schema = configSchema(
    actions.map(({ name, summary, options, checks }) => ({
      name,
      summary,
      options: { ...options, ...SHARED_OPTIONS },
      rules: checks.map(({ id }) => id),
    })),
  );
  return [
    { path: PAGE, text: between(readText(PAGE), 'keys', `\n${tables.flat().join('\n\n')}\n`) },
    { path: 'schemas/pymaint.schema.json', text: JSON.stringify(schema) },
  ];
}

const KINDS = {
  text: 'text',
  flag: '`true` or `false`',
  choice: 'one of the words',
  list: 'list of texts',
  duration: 'time: `90s`, `10m`, `1h`',
} as const;

function keys({ options }: ActionDefinition): string {
  const rows = Object.entries({ ...options, ...SHARED_OPTIONS })
    .filter(([, { sources }]) => sources.includes('key'))
    .map(([name, spec]) => [`\`${name}\``, KINDS[spec.kind], inputDescription(spec)]);
  return table(['Key', 'Kind', 'What it says'], rows);
}
