export * from './actions.ts';
export * from './run-command.ts';
