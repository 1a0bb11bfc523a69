export * from './action.ts';
export type * from './ports/index.ts';
export * from './run-once.ts';
export * from './shared-options.ts';
