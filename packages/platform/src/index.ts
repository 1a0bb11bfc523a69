export * from './action.ts';
export * from './adapters/index.ts';
export type * from './ports/index.ts';
export * from './run-once.ts';
export * from './runnable.ts';
export * from './shared-options.ts';
export * from './terminal/console.ts';
export * from './terminal/progress.ts';
