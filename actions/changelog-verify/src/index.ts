export * from './changelog-verify.ts';
export * from './facts.ts';
export * from './options.ts';
