import type { Document, FileUse, Span } from '../document.ts';
import { encoded, pathBetween } from '../links/address.ts';
import type { Lost } from '../links/renamed.ts';
import { folderOf, joinPath } from './paths.ts';
import { type Page, type Site, suffixesOf } from './project.ts';

/** A document that is not there, by its name; `target` is how it is written in that span. */
export function lostDocument(
  { project, pages }: Site,
  page: Page,
  document: Document,
  span: Span,
  target: string,
  name: string,
): Lost {
  const suffixes = suffixesOf(project.conf);
  const at = (suffix: string): string => joinPath(project.sourceFolder, name + suffix);
  const withSuffix = suffixes.some((suffix) => target.endsWith(suffix));
  return {
    document,
    span,
    paths: suffixes.map(at),
    write(path) {
      const suffix = suffixes.find((it) => path.endsWith(it));
      const below = belowSource(project.sourceFolder, path);
      if (suffix === undefined || below === undefined) return undefined;
      const bare = below.slice(0, -suffix.length);
      if (!pages.has(bare)) return undefined;
      return written(page, document, target, withSuffix ? below : bare);
    },
  };
}

/** A file that is not there, by the paths that it may have. */
export function lostFile(
  { project }: Site,
  page: Page,
  document: Document,
  { path: target, pathSpan }: FileUse,
  paths: readonly string[],
): Lost {
  return {
    document,
    span: pathSpan,
    paths,
    write(path) {
      const below = belowSource(project.sourceFolder, path);
      const whole = document === page.document && !target.startsWith('/');
      const to = whole
        ? pathBetween(joinPath(project.sourceFolder, folderOf(page.name)), path)
        : below && `/${below}`;
      return to === undefined || document.format === 'rst' ? to : encoded(to);
    },
  };
}

const belowSource = (folder: string, path: string): string | undefined =>
  folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;

/** From the source folder where it was so, and where several pages may hold the text; else from the page. */
const written = (page: Page, document: Document, target: string, to: string): string =>
  target.startsWith('/') || document !== page.document
    ? `/${to}`
    : pathBetween(folderOf(page.name), to);
