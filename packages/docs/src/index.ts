export * from './document.ts';
export * from './slugs.ts';
