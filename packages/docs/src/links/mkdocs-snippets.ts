import type { Finding } from '@pymaint/core';
import type { Document } from '../document.ts';
import { folderOf } from '../graph/paths.ts';
import { findingAt, meant, withDoubt } from '../graph/report.ts';
import { pathBetween, pathFrom } from './address.ts';
import { type MkdocsProject, mkdocsDoubt } from './mkdocs-site.ts';

/**
 * Snippets whose file is nowhere: `pymdownx.snippets` leaves them out without a word where `check_paths` is off. Its
 * paths count from the folders of `base_path`, by default that of mkdocs.yml.
 */
export function checkSnippets(project: MkdocsProject, page: Document): readonly Finding[] {
  const { config, tree, configFile } = project;
  if (!config.extensions.includes('pymdownx.snippets')) return [];
  const top = folderOf(configFile.path);
  const bases = config.snippetPaths.length === 0 ? [''] : config.snippetPaths;
  // A computed folder (`!relative`, `!ENV`) is not known.
  if (bases.some((base) => /[$!]/u.test(base))) return [];
  return page.files.flatMap(({ kind, path, pathSpan, span }) => {
    if (kind !== 'include' || !page.text.slice(span.start, span.end).includes('8<-')) return [];
    if (/^https?:|[{}$*]/u.test(path)) return [];
    const places = bases.map((base) => pathFrom(top, `${base}/${path}`));
    // A base may be a file, which is then meant by its name alone.
    if (bases.some((base) => base === path || base.endsWith(`/${path}`))) return [];
    if (places.some((it) => it === undefined || tree.hasFile(it) || tree.isOpaque(it))) return [];
    const [first = path] = places;
    const near = tree.near(first ?? path);
    const doubt = mkdocsDoubt(project);
    const { level, tail } = withDoubt(doubt);
    const base = pathFrom(top, bases[0] ?? '') ?? top;
    return [
      findingAt(
        page,
        pathSpan,
        'docs/missing-link',
        level,
        `Unexpected snippet \`${path}\`, expected a file that exists${meant(near === undefined ? undefined : pathBetween(base, near))}${tail}`,
      ),
    ];
  });
}
