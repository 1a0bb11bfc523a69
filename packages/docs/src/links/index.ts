export { type FileTree, fileTree, type TreeInput } from './tree.ts';
export { type ForgePath, forgePaths, type Sites } from './selection.ts';
export { checkForgeLinks, type ForgePage, type ForgeProject } from './github.ts';
export { checkDefinitions, type DefinitionRules } from './definitions.ts';
export { checkMkdocs, REFERENCE_PLUGINS } from './mkdocs.ts';
export type { MkdocsProject } from './mkdocs-site.ts';
export { type HostedRepository, repositoryAt } from './own-repository.ts';
export { checkOwnUrls, type WrittenUrl } from './own-urls.ts';
export { checkPypiReadme } from './pypi.ts';
