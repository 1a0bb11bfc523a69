export { type FileTree, fileTree, type TreeInput } from './tree.ts';
export { type ForgePath, forgePaths, type Sites } from './selection.ts';
export { checkForgeLinks, type ForgePage, type ForgeProject } from './github.ts';
export { checkDefinitions, type DefinitionRules } from './definitions.ts';
