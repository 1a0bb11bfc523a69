export * from './facts.ts';
export * from './options.ts';
export * from './version-drift.ts';
