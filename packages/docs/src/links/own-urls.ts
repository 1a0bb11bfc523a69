import type { Finding, Level, Range } from '@pymaint/core';
import { meant } from '../graph/report.ts';
import type { Document } from '../document.ts';
import { githubAnchor } from './github-anchors.ts';
import { type HostedRepository, ownPath } from './own-repository.ts';
import type { FileTree } from './tree.ts';

/** An absolute address, and where it is written. */
export interface WrittenUrl {
  readonly url: string;
  readonly place: Range;
  readonly level: Level;
}

/**
 * Addresses that name a file or an anchor of the project's own repository which the tree at hand does not hold: they
 * are dead as soon as this tree is the default branch. Nothing is asked of a network.
 */
export function checkOwnUrls(
  urls: readonly WrittenUrl[],
  repository: HostedRepository,
  tree: FileTree,
  documentAt: (path: string) => Document | undefined,
): readonly Finding[] {
  if (tree.partial !== undefined) return [];
  return urls.flatMap(({ url, place, level }) => {
    const own = ownPath(url, repository);
    if (own === undefined || tree.isOpaque(own.path)) return [];
    if (!tree.hasFile(own.path) && !tree.hasFolder(own.path)) {
      const near = tree.sameButCase(own.path) ?? tree.near(own.path);
      const message = `Unexpected address \`${url}\`, expected a file that this repository holds${meant(near)}`;
      return [{ rule: 'docs/own-url', level, place, message }];
    }
    const document = own.anchor === undefined ? undefined : documentAt(own.path);
    const fault = document && githubAnchor(document, own.anchor ?? '', level);
    if (fault === undefined) return [];
    const message = `Unexpected anchor of \`${url}\`, expected ${fault.expected}${meant(fault.meant)}`;
    return [{ rule: 'docs/own-url', level: fault.level, place, message }];
  });
}
