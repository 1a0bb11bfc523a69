import type { Level } from '@pymaint/core';
import { folderOf } from '../graph/paths.ts';

/** What decides which files people read on the forge. */
export interface Sites {
  /** Folders whose Markdown a site generator reads, as far as that is known: Sphinx with MyST, MkDocs. */
  readonly folders: readonly string[];
  /** True where the tree may lack the generator's configuration. */
  readonly partial: boolean;
}

/** A file that people read on the forge, and the level of what leads nowhere in it. */
export interface ForgePath {
  readonly path: string;
  readonly level: Level;
}

/**
 * The Markdown and reStructuredText files that a forge shows to people who come by: README files, what GitHub
 * calls community files and, where no site generator is seen, the other Markdown as well, though with less
 * certainty. Templates, test data, fragments of changelogs and what others wrote (vendored) are left out.
 */
export function forgePaths(files: readonly string[], sites: Sites): readonly ForgePath[] {
  const generator = sites.partial || files.some((path) => GENERATORS.test(path));
  return files.flatMap((path) => {
    const suffix = /\.(md|markdown|rst)$/i.exec(path)?.[1]?.toLowerCase();
    if (suffix === undefined || LEFT_OUT.test(path) || FRAGMENT.test(path)) return [];
    const folder = folderOf(path);
    if (suffix !== 'rst' && sites.folders.some((site) => isBelow(path, site))) return [];
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    if (/^readme\./i.test(name)) return [{ path, level: 'error' }];
    if (COMMUNITY.test(name) && COMMUNITY_FOLDERS.has(folder))
      return [{ path, level: HISTORY.test(name) ? 'warning' : 'error' }];
    return suffix === 'rst' || generator || sites.folders.length > 0
      ? []
      : [{ path, level: 'warning' }];
  });
}

const isBelow = (path: string, folder: string): boolean =>
  folder === '' || path.startsWith(`${folder}/`);

const COMMUNITY =
  /^(?:contributing|contributors|code[-_]of[-_]conduct|security|support|governance|maintainers|maintaining|authors|credits|history|changes|changelog|news|release[-_]?notes|releasing|development|developing|install|installation|roadmap|faq|license|licence|architecture|migration|upgrading)\.\w+$/i;
const HISTORY = /^(?:history|changes|changelog|news|release)/i;
const COMMUNITY_FOLDERS = new Set(['', '.github']);

/** Where something else is kept than what is read as it stands. */
const LEFT_OUT =
  /(?:^|\/)(?:_|\.(?!github\/)|(?:tests?|testing|testdata|test[-_]data|fixtures?|templates?|cookiecutter[^/]*|vendor(?:ed)?|third[-_]?party|extern(?:al)?s?|node_modules|site-packages|issue_template|pull_request_template|snapshots?|corpus|benchmarks?)\/|pull_request_template|issue_template)|[{}]|\.(?:tmpl|tpl|in)\.md$|_template\.md$/i;
/** Fragments are read where the changelog stands that they are put into. */
const FRAGMENT =
  /(?:^|\/)(?:newsfragments?|news|changelog\.d|changelog|changes|[\w-]+\.d)\/[^/]+$|(?:^|\/)\+?[\w-]+\.(?:feature|bugfix|doc|removal|misc|change|breaking|added|fixed|changed|removed|deprecated|security)(?:\.\d+)?\.(?:md|rst)$/i;
/** Configuration of site generators that read Markdown by rules of their own. */
const GENERATORS =
  /(?:^|\/)(?:_config\.ya?ml|docusaurus\.config\.[jt]s|hugo\.(?:toml|yaml)|book\.toml|zensical\.toml|_quarto\.yml|myst\.yml|mint\.json|astro\.config\.\w+|mkdocs\.ya?ml|conf\.py|great-docs\.yml)$|(?:^|\/)\.(?:vitepress|vuepress)\//;
