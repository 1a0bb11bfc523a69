export * from './commands.ts';
export * from './file-commands.ts';
export * from './inputs.ts';
export * from './log-writer.ts';
export * from './sanitise.ts';
