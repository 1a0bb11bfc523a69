import { processConsole, setExitCode } from '@pymaint/platform';
import { ACTIONS } from './actions.ts';
import { runCommand } from './run-command.ts';

void runCommand(processConsole(), ACTIONS).then(setExitCode);
