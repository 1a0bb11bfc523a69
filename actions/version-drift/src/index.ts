export * from './facts.ts';
export * from './gather/ask-index.ts';
export * from './gather/index-address.ts';
export * from './gather/slots.ts';
export * from './judging/current-verdict.ts';
export * from './options.ts';
export * from './version-drift.ts';
