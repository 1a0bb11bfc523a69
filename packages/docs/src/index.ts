export * from './document.ts';
export * from './slugs.ts';
export { readMarkdown, type MarkdownOptions } from './markdown/markdown.ts';
export type { Flavour } from './markdown/features.ts';
