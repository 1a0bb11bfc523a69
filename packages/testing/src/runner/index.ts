export { COMMANDS, readCommand, type ReadCommand } from './action-command.ts';
export { readKeyValues, type KeyValuesRead } from './env-file.ts';
export { FORGERIES, type Forgery } from './forgeries.ts';
export type { IssueRead } from './issues.ts';
export { lineReader, type LineReader } from './line-reader.ts';
export { runStep, type RunnerResult, type RunnerStep } from './runner-contract.ts';
export { forgedCommands } from './violations.ts';
