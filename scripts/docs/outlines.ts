import { ACTION_NAMES } from '@pymaint/platform';
import { loadActions, type ActionDefinition } from '../shared/actions.ts';
import { GENERATED, type GeneratedFile } from '../shared/text.ts';

/** What the command must know of each action before it loads one, as a module of the command. */
export async function outlineFiles(): Promise<readonly GeneratedFile[]> {
  const actions = (await loadActions()).toSorted(
    (a, b) => ACTION_NAMES.indexOf(a.name) - ACTION_NAMES.indexOf(b.name),
  );
  return [{ path: 'packages/cli/src/outlines.generated.ts', text: module(actions.map(outline)) }];
}

const outline = ({
  name,
  summary,
  outputs,
  slow,
  leftTo,
  doubtFails,
  checks,
}: ActionDefinition) => ({
  name,
  summary,
  outputs,
  slow,
  leftTo: leftTo ?? {},
  doubtFails,
  checks: checks.map(({ id }) => ({ id })),
});

const module = (outlines: readonly ReturnType<typeof outline>[]): string =>
  [
    `// ${GENERATED}`,
    '',
    '/** What each action says of itself beside its options, by its name. */',
    'export const OUTLINES = {',
    ...outlines.map((one) => `  ${JSON.stringify(one.name)}: ${JSON.stringify(one)},`),
    '};',
    '',
  ].join('\n');
