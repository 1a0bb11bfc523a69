import type { ObjectIndex } from '@pymaint/python';
import type { Document, Reference } from '../document.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type SphinxConf, settingOr } from '../sphinx/conf.ts';
import type { PulledDocstring } from '../links/docstrings.ts';
import { folderOf, joinPath, matchesPattern } from './paths.ts';

/** What the graph is made of. */
export interface DocsProject {
  /** The folder of conf.py, relative to the project's; empty for the project's own folder. */
  readonly sourceFolder: string;
  readonly conf: SphinxConf;
  /** Every document below the source folder that was read, and every file that one of them includes. */
  readonly documents: readonly Document[];
  /** Whether there is a file at this path, relative to the project's folder. */
  readonly hasFile: (path: string) => boolean;
  /** Whether git ignores a path, so that a step of the build may make the file; none where absent. */
  readonly isIgnored?: (path: string) => boolean;
  /** Why a file that is not there may be missing here alone: an sdist leaves files out. */
  readonly partial?: string;
  /** The names that the source defines; none where absent. */
  readonly source?: ObjectIndex;
  /** The inventories that are at hand, by their names in `intersphinx_mapping`; none where absent. */
  readonly inventories?: ReadonlyMap<string, Inventory>;
  /** Why an inventory is not at hand as it is today, by its name: what an older copy of it holds counts all the same. */
  readonly unfetched?: ReadonlyMap<string, string>;
  /** Docstrings that autodoc puts into pages. */
  readonly docstrings?: readonly PulledDocstring[];
  /** The texts of files that documents take a part of, null where one is not UTF-8; see `excerptedFiles`. */
  readonly texts?: ReadonlyMap<string, string | null>;
  /**
   * Whether a label stands in a file that was not read as a document: a docstring, a template. As `normalName`. Asked
   * last of all, because all such files may have to be searched for it.
   */
  readonly otherLabels: Pick<ReadonlySet<string>, 'has'>;
}

/** A document that Sphinx builds, with the documents that it includes. */
export interface Page {
  /** Relative to the source folder, without suffix. */
  readonly name: string;
  readonly document: Document;
  /** The document itself first, then what it includes, directly or not. */
  readonly parts: readonly Part[];
  /** The paths of included files that were not given. */
  readonly unread: readonly string[];
}

/** A document in a page. Of a file that is included in part only names are sure, not references. */
export interface Part {
  readonly document: Document;
  readonly partial: boolean;
}

/** The pages of a project by name. */
export interface Site {
  readonly project: DocsProject;
  readonly pages: ReadonlyMap<string, Page>;
  /** Names of documents that `exclude_patterns` keeps away. */
  readonly excluded: ReadonlySet<string>;
  /** Names of pages that another page includes. */
  readonly included: ReadonlySet<string>;
}

// Sphinx's `EXCLUDE_PATHS`.
const ALWAYS_EXCLUDED = ['**/_sources', '.#*', '**/.#*', '*.lproj/**'];

/** The suffixes of pages: those of conf.py and those that extensions add. All where that is not known. */
export function suffixesOf({ sourceSuffixes, extensions }: SphinxConf): readonly string[] {
  if (!sourceSuffixes.known || !extensions.known) return ['.rst', '.md', '.ipynb', '.txt'];
  const added = extensions.value.flatMap((name) => ADDED_SUFFIXES.get(name) ?? []);
  return [...sourceSuffixes.value, ...added];
}

const ADDED_SUFFIXES: ReadonlyMap<string, readonly string[]> = new Map([
  ['myst_parser', ['.md']],
  ['recommonmark', ['.md']],
  ['myst_nb', ['.md', '.ipynb']],
  ['nbsphinx', ['.ipynb']],
]);

/** Finds the pages of a project: what has a source suffix and is not excluded. */
export function siteOf(project: DocsProject): Site {
  const { conf, sourceFolder } = project;
  const byPath = new Map(project.documents.map((document) => [document.path, document]));
  const suffixes = suffixesOf(conf);
  const excludes = [
    ...settingOr(conf.excludePatterns, []),
    ...settingOr(conf.templatesPath, []),
    ...ALWAYS_EXCLUDED,
  ];
  const includes = settingOr(conf.includePatterns, ['**']);
  const pages = new Map<string, Page>();
  const excluded = new Set<string>();
  const included = new Set<string>();
  for (const document of project.documents) {
    const path = belowFolder(document.path, sourceFolder);
    const suffix = suffixes.find((one) => path?.endsWith(one));
    if (path === undefined || suffix === undefined) continue;
    const name = path.slice(0, -suffix.length);
    const isIncluded = includes.some((pattern) => matchesPattern(pattern, path));
    if (!isIncluded || excludes.some((pattern) => matchesPattern(pattern, path)))
      excluded.add(name);
    else pages.set(name, pageOf(project, byPath, name, document));
  }
  for (const page of pages.values())
    for (const { document } of page.parts.slice(1)) {
      const path = belowFolder(document.path, sourceFolder) ?? '';
      const suffix = suffixes.find((one) => path.endsWith(one));
      if (suffix !== undefined) included.add(path.slice(0, -suffix.length));
    }
  return { project, pages, excluded, included };
}

function belowFolder(path: string, folder: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** The file that a page means by a path: relative to the page, or from the source folder behind a `/`. */
export function fileOfPage(project: DocsProject, pageName: string, path: string): string {
  const inFolder = joinPath(project.sourceFolder, folderOf(pageName));
  if (path.startsWith('/')) return joinPath('', `${project.sourceFolder}/${path}`);
  return joinPath(inFolder, path);
}

const AS_CODE = new Set(['literal', 'code', 'parser']);
const IN_PART = new Set(['start-line', 'end-line', 'start-after', 'end-before']);

function pageOf(
  project: DocsProject,
  byPath: ReadonlyMap<string, Document>,
  name: string,
  document: Document,
): Page {
  const parts: Part[] = [{ document, partial: false }];
  const unread: string[] = [];
  const seen = new Set([document.path]);
  for (const { document: current, partial } of parts)
    for (const file of current.files) {
      if (file.kind !== 'include' || file.path.startsWith('<')) continue;
      const options = current.directives[file.directive ?? -1]?.options ?? [];
      if (options.some((option) => AS_CODE.has(option.name))) continue;
      const path = fileOfPage(project, name, file.path);
      const other = byPath.get(path);
      if (other === undefined) unread.push(path);
      else if (!seen.has(path)) {
        seen.add(path);
        const isPart = partial || options.some((option) => IN_PART.has(option.name));
        parts.push({ document: other, partial: isPart });
      }
    }
  return { name, document, parts, unread };
}

/** A reference with the page and the file that it stands in. */
export interface PlacedReference {
  readonly page: Page;
  readonly document: Document;
  readonly reference: Reference;
}

const placed = new WeakMap<Site, readonly PlacedReference[]>();

/** The references of all pages, those of files that are included in part left out. Listed once. */
export function referencesOf(site: Site): readonly PlacedReference[] {
  const known = placed.get(site);
  if (known !== undefined) return known;
  const references: PlacedReference[] = [];
  for (const page of site.pages.values())
    for (const { document, partial } of page.parts)
      if (!partial)
        for (const reference of document.references) references.push({ page, document, reference });
  placed.set(site, references);
  return references;
}
