import type { Finding } from '@pymaint/core';
import type { Document, FileUse } from '../document.ts';
import { decoded } from '../links/address.ts';
import { lacking } from '../links/renamed.ts';
import { generatorOf } from './certainty.ts';
import { lostFile } from './lost.ts';
import { folderOf, joinPath } from './paths.ts';
import { type DocsProject, type Site, fileOfPage } from './project.ts';
import { findingAt, withDoubt } from './report.ts';

/** Images, includes, downloads and other files that are not there. */
export function checkFiles(site: Site): readonly Finding[] {
  const { project } = site;
  const generator = generatorOf(project.conf);
  return [...site.pages.values()].flatMap((page) =>
    page.parts
      .filter(({ partial }) => !partial)
      .flatMap(({ document }) =>
        document.files.flatMap((file) => {
          if (isElsewhere(file) || isOfTheme(document, file)) return [];
          const path = fileOfPage(project, page.name, file.path);
          // Docutils' own directives go by the file they stand in, Sphinx's by the page.
          const beside = joinPath(folderOf(document.path), file.path);
          if (isThere(project, path) || isThere(project, beside)) return [];
          if (document.format !== 'rst' && project.hasFile(decoded(path))) return [];
          const ignored = project.isIgnored?.(path) === true;
          const { level, tail } = withDoubt(
            generator ??
              project.partial ??
              (ignored ? 'git ignores it, so a step of the build may make it' : undefined),
          );
          const message = `Unexpected ${file.kind} file \`${file.path}\`, expected one that exists (\`${path}\` does not)${tail}`;
          return lacking(
            findingAt(document, file.pathSpan, 'docs/missing-file', level, message),
            lostFile(site, page, document, file, [...new Set([path, beside])]),
          );
        }),
      ),
  );
}

/** What `.*` stands for: Sphinx takes the first format that its builder can show. */
const FORMATS = ['svg', 'png', 'gif', 'jpg', 'jpeg', 'webp', 'avif', 'pdf', 'eps', 'ico', 'bmp'];

const isThere = ({ hasFile }: DocsProject, path: string): boolean =>
  path.endsWith('.*')
    ? FORMATS.some((format) => hasFile(path.slice(0, -1) + format))
    : hasFile(path);

/** HTML in Markdown goes by the built page, beside which themes and `html_static_path` put files. */
const isOfTheme = ({ format, text }: Document, { path, span }: FileUse): boolean =>
  format !== 'rst' && text.charCodeAt(span.start) === 60 && /(?:^|\/)_\w+\//u.test(path);

/** Addresses, docutils' own files in angle brackets, substitutions, and patterns. */
const isElsewhere = ({ path }: FileUse): boolean =>
  path === '' ||
  path.includes('://') ||
  path.startsWith('data:') ||
  path.startsWith('<') ||
  /[|{}]|\*(?!$)/u.test(path);
