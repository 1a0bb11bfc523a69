export * from './changelog-verify.ts';
export * from './facts.ts';
export * from './judging/release-date.ts';
export * from './options.ts';
