export * from './docs-linkcheck.ts';
export * from './facts.ts';
export * from './options.ts';
