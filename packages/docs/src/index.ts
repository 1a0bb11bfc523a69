export * from './directives/collect.ts';
export * from './directives/scope.ts';
export * from './directives/specs.ts';
export * from './document.ts';
export * from './rst/read-rst.ts';
export * from './slugs.ts';
export { readMarkdown, type MarkdownOptions } from './markdown/markdown.ts';
export type { Flavour } from './markdown/features.ts';
