import { matchesGlob } from '@pymaint/core';
import type { Document } from '../document.ts';
import type { MkdocsConfig } from '../mkdocs/config.ts';
import type { SlugRule } from '../slugs.ts';
import type { FileTree } from './tree.ts';

/** A MkDocs site: its configuration, its folder and its pages. */
export interface MkdocsProject {
  /** mkdocs.yml, for places in it. */
  readonly configFile: Document;
  readonly config: MkdocsConfig;
  /** The folder of the pages, relative to the project's. */
  readonly docsFolder: string;
  /** The Markdown files of that folder, and what they include. */
  readonly documents: readonly Document[];
  readonly tree: FileTree;
  /** Folders of other files with the very same text as a page: links to one another. */
  readonly shownFrom?: (page: Document) => readonly string[];
}

/** Plugins that make neither pages nor files, and leave links as they are. */
const HARMLESS: ReadonlySet<string> = new Set(
  `search material/search autorefs mkdocstrings minify minify_html social material/social tags material/tags meta
  material/meta offline material/offline privacy material/privacy optimize material/optimize info material/info
  glightbox git-revision-date git-revision-date-localized git-committers git-committers-2 git-authors redirects
  section-index macros table-reader mermaid2 autolinks coverage rss typeset group material/group search-index
  open-in-new-tab print-site pdf-export with-pdf htmlproofer linkcheck exclude exclude-search snippets
  include-markdown markdown-exec markdown-callouts callouts charts panzoom video abbr spellcheck
  mike termynal img2fig-plugin image-captions link-marker llmstxt ultralytics kroki excalidraw neoteroi.mkdocsoad`.split(
    /\s+/,
  ),
);

/** Plugins that make the navigation, so that mkdocs.yml does not say what is in it. */
const NAVIGATORS =
  /^(?:literate-nav|awesome-pages|awesome-nav|nav-weight|i18n|static-i18n|monorepo|multirepo|gen-files|api-autonav|mkdocs-nav|blog|material\/blog|blogging|techdocs-core|autoapi|mkdocs-autoapi|same-dir|simple|include_dir_to_nav|git-latest-changes)/;

/** Why a file that is nowhere may be made all the same, or undefined where it surely is not. */
export function mkdocsDoubt({ config, tree }: MkdocsProject): string | undefined {
  if (config.inherits) return 'another file that mkdocs.yml inherits may say more';
  const [hook] = config.hooks;
  if (hook !== undefined) return `the hook \`${hook}\` may make it`;
  const other = config.plugins.find((name) => !HARMLESS.has(name));
  if (other !== undefined) return `the plugin \`${other}\` may make it`;
  return tree.partial;
}

/** Whether `nav` is all that decides which pages are in the navigation. */
export const ownsNav = ({ config }: MkdocsProject): boolean =>
  !config.inherits &&
  config.hooks.length === 0 &&
  !config.plugins.some((name) => NAVIGATORS.test(name));

/** How the site makes ids of titles, or undefined where code decides. */
export function mkdocsSlugs({ slugify }: MkdocsConfig): SlugRule | undefined {
  if (slugify === '') return 'python-markdown';
  if (/slugify_unicode/.test(slugify)) return 'python-markdown-unicode';
  return /pymdownx\.slugs\.slugify(?:\s|$)/.test(slugify) ? 'pymdownx' : undefined;
}

/** Whether a path below the docs folder is none of the site's: hidden, a template, or left out by the user. */
export function isExcluded({ config }: MkdocsProject, path: string): boolean {
  const usual = /(?:^|\/)\./.test(path) || path.startsWith('templates/');
  const back = config.excluded.some((it) => it.startsWith('!') && matchesIgnore(it.slice(1), path));
  return !back && (usual || matchesIgnores(config.excluded, path));
}

/** Whether one of several patterns of gitignore(5) matches, and no later one takes it back. */
export function matchesIgnores(patterns: readonly string[], path: string): boolean {
  let matched = false;
  for (const pattern of patterns)
    if (matchesIgnore(pattern.replace(/^!/, ''), path)) matched = !pattern.startsWith('!');
  return matched;
}

function matchesIgnore(pattern: string, path: string): boolean {
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const glob = pattern.startsWith('/') || bare.includes('/') ? bare : `**/${bare}`;
  const parts = path.split('/');
  return parts.some((_, n) => matchesGlob(glob, parts.slice(0, n + 1).join('/')));
}
