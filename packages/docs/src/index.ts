export * from './directives/collect.ts';
export * from './directives/scope.ts';
export * from './directives/specs.ts';
export * from './document.ts';
export * from './external/index.ts';
export * from './rst/read-rst.ts';
export * from './slugs.ts';
export { readMarkdown, type MarkdownOptions } from './markdown/markdown.ts';
export type { Flavour } from './markdown/features.ts';
export { type DocsProject, suffixesOf } from './graph/project.ts';
export { unreadInventories } from './graph/certainty.ts';
export { excerptedFiles } from './graph/check-excerpts.ts';
export { joinPath } from './graph/paths.ts';
export * from './inventory/inventory.ts';
export { publishedInventory, removedSince } from './inventory/published.ts';
export { resolveSphinx } from './graph/resolve.ts';
export { type Setting, settingOr, type SphinxConf, sphinxConf } from './sphinx/conf.ts';
export { readMkdocsConfig, type MkdocsConfig } from './mkdocs/config.ts';
export * from './links/index.ts';
export * from './yaml.ts';
export { type Docstring, type DocstringOptions, readDocstrings } from './docstring/docstrings.ts';
export type { DocstringKind } from './docstring/scan.ts';
export { readNotebook } from './notebook/notebook.ts';
export {
  type PypiDead,
  type PypiDeadKind,
  type PypiReadme,
  readPypiReadme,
} from './readme/pypi.ts';
export { pypiFaults, type PypiFault } from './readme/pypi-rst.ts';
