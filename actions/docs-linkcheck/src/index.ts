export * from './docs-linkcheck.ts';
export * from './external-facts.ts';
export * from './facts.ts';
export * from './options.ts';
