export * from './facts.ts';
export * from './options.ts';
export * from './release-gate.ts';
