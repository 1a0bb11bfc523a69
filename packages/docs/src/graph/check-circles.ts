import type { Finding } from '@pymaint/core';
import type { Document, Span } from '../document.ts';
import { folderOf, joinPath } from './paths.ts';
import { type Site, suffixesOf } from './project.ts';
import { findingAt } from './report.ts';

interface Edge {
  readonly to: string;
  readonly document: Document;
  readonly span: Span;
}

/** Toctrees that lead back to where they started: Sphinx ignores the entry that closes the circle. */
export function checkCircles(site: Site): readonly Finding[] {
  const edges = new Map([...site.pages].map(([name]) => [name, edgesOf(site, name)]));
  const findings: Finding[] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    // A stack of our own: a site may be deeper than the runtime's.
    const path = [{ name: start, next: 0 }];
    const open = new Set([start]);
    for (let top = path.at(-1); top !== undefined && !done.has(start); top = path.at(-1)) {
      const edge = edges.get(top.name)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        done.add(top.name);
        open.delete(top.name);
        path.pop();
      } else if (open.has(edge.to)) findings.push(circle(edge, top.name));
      else if (!done.has(edge.to)) {
        open.add(edge.to);
        path.push({ name: edge.to, next: 0 });
      }
    }
  }
  return findings;
}

const circle = ({ to, document, span }: Edge, from: string): Finding =>
  findingAt(
    document,
    span,
    'docs/circular-toctree',
    'warning',
    to === from
      ? `Unexpected entry \`${to}\` of the document in its own toctree, expected another`
      : `Unexpected entry \`${to}\` whose own toctrees lead back to \`${from}\`, expected no circle`,
  );

/** What a page's toctrees name, patterns left out. */
function edgesOf(site: Site, name: string): readonly Edge[] {
  const suffixes = suffixesOf(site.project.conf);
  const page = site.pages.get(name);
  return (page?.parts ?? []).flatMap(({ document }) =>
    document.toctrees.flatMap(({ entries }) =>
      entries.flatMap(({ target, targetSpan }) => {
        const suffix = suffixes.find((one) => target.endsWith(one));
        const bare = suffix === undefined ? target : target.slice(0, -suffix.length);
        const to = joinPath(folderOf(name), bare);
        return site.pages.has(to) ? [{ to, document, span: targetSpan }] : [];
      }),
    ),
  );
}
