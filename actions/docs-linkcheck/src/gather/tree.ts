import { fileTree, type FileTree } from '@pymaint/docs';
import type { Sources } from './sources.ts';

/** The project's files as links ask for them. */
export const treeOf = ({ files, all, opaque, isIgnored, partial }: Sources): FileTree =>
  fileTree({
    files: [...all, ...files],
    opaque,
    isIgnored,
    ...(partial === undefined ? {} : { partial }),
  });
