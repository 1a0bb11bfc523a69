import { ACTIONS } from '../../packages/cli/src/actions.ts';
import { commandsFor } from '../../packages/cli/src/commands/index.ts';
import { helpOf, overview } from '../../packages/cli/src/help.ts';
import { loadActions } from '../shared/actions.ts';
import { readText } from '../shared/repo.ts';
import { between, type GeneratedFile } from '../shared/text.ts';

const PAGE = 'docs/reference/cli.md';
const WIDTH = 100;

/** The page of the command: its help, word for word. */
export async function commandFiles(): Promise<readonly GeneratedFile[]> {
  const now = new Map((await loadActions()).map((action) => [action.name, action]));
  // What ACTIONS says of an action is generated as well, and may be older than the action.
  const actions = ACTIONS.map((action) => ({ ...action, ...now.get(action.name) }));
  const commands = commandsFor(actions);
  const sections = [
    block(overview(commands, WIDTH)),
    ...commands.map((command) => `## pymaint ${command.name}\n\n${block(helpOf(command, WIDTH))}`),
  ];
  return [{ path: PAGE, text: between(readText(PAGE), 'help', `\n${sections.join('\n\n')}\n`) }];
}

const block = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
