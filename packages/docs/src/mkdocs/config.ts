import type { Problem, Span, Toctree, ToctreeEntry } from '../document.ts';
import { readYaml, yamlGet, type YamlNode } from '../yaml.ts';

/** What mkdocs.yml says about documents. What it does not say is absent; what it computes is unknown. */
export interface MkdocsConfig {
  /** The pages, in order; absent where MkDocs lists the folder itself, or where a tag computes it. */
  readonly nav?: Toctree;
  /** Relative to mkdocs.yml; `docs` by default. */
  readonly docsDir: string;
  readonly siteUrl?: string;
  readonly useDirectoryUrls: boolean;
  /** Names of `markdown_extensions`, `markdown.extensions.` taken away from the built-in ones. */
  readonly extensions: readonly string[];
  /** Names of `plugins`. */
  readonly plugins: readonly string[];
  /** `base_path` of `pymdownx.snippets`: where its files are looked for. */
  readonly snippetPaths: readonly string[];
  /** Whether snippets are put at the end of every page (`auto_append`). */
  readonly autoAppend: readonly string[];
  /** The value of `toc`'s `slugify`, with its tag, and `separator`; empty where not set. */
  readonly slugify: string;
  /** `exclude_docs` and `draft_docs`: patterns of gitignore(5) below the docs folder. */
  readonly excluded: readonly string[];
  /** `not_in_nav`: likewise, of pages that may be in no nav. */
  readonly notInNav: readonly string[];
  /** Files of `hooks`: code that may make pages. */
  readonly hooks: readonly string[];
  /** Whether `INHERIT` brings in another file. */
  readonly inherits: boolean;
  /** `validation`, flat: `links.not_found` → `warn`. What is said of `links` and `nav` alike stands for both. */
  readonly validation: ReadonlyMap<string, string>;
  /** `redirect_maps` of the redirects plugin. */
  readonly redirects: readonly MkdocsRedirect[];
  readonly problems: readonly Problem[];
}

/** From an old page to a new one, or to an address. */
export interface MkdocsRedirect {
  readonly from: string;
  readonly to: string;
  readonly toSpan: Span;
}

/**
 * Reads mkdocs.yml (https://www.mkdocs.org/user-guide/configuration/): the keys that decide which documents
 * there are and how they point at each other. `INHERIT` is not followed. Total.
 */
export function readMkdocsConfig(text: string): MkdocsConfig {
  const result = readYaml(text);
  const root = result.ok ? result.root : undefined;
  const extensions = namedOptions(yamlGet(root, 'markdown_extensions'));
  const snippets = extensions.find(({ name }) => name === 'pymdownx.snippets')?.options;
  const slug = yamlGet(extensions.find(({ name }) => name === 'toc')?.options, 'slugify');
  const nav = navOf(yamlGet(root, 'nav') ?? yamlGet(root, 'pages'));
  const siteUrl = textOf(yamlGet(root, 'site_url'));
  const plugins = namedOptions(yamlGet(root, 'plugins'));
  return {
    ...(nav === undefined ? {} : { nav }),
    docsDir: textOf(yamlGet(root, 'docs_dir')) ?? 'docs',
    ...(siteUrl === undefined ? {} : { siteUrl }),
    useDirectoryUrls: textOf(yamlGet(root, 'use_directory_urls'))?.toLowerCase() !== 'false',
    extensions: extensions.map(({ name }) => name),
    plugins: plugins.map(({ name }) => name),
    snippetPaths: textsOf(yamlGet(snippets, 'base_path')),
    autoAppend: textsOf(yamlGet(snippets, 'auto_append')),
    slugify:
      slug === undefined ? '' : `${slug.tag} ${slug.kind === 'scalar' ? slug.value : ''}`.trim(),
    excluded: [...linesOf(yamlGet(root, 'exclude_docs')), ...linesOf(yamlGet(root, 'draft_docs'))],
    notInNav: linesOf(yamlGet(root, 'not_in_nav')),
    hooks: textsOf(yamlGet(root, 'hooks')),
    inherits: yamlGet(root, 'INHERIT') !== undefined,
    validation: validationOf(yamlGet(root, 'validation')),
    redirects: redirectsOf(plugins.find(({ name }) => name === 'redirects')?.options),
    problems: result.ok ? [] : [problemOf(result.message, result.offset)],
  };
}

const problemOf = (message: string, offset: number): Problem => ({
  kind: 'invalid-yaml',
  message: `Unexpected YAML: ${message}`,
  span: { start: offset, end: offset },
});

const textOf = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' && node.value !== '' ? node.value : undefined;

function textsOf(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === 'sequence') return node.items.flatMap((item) => textOf(item) ?? []);
  return [textOf(node) ?? []].flat();
}

/** Lines of a block of text, without comments. */
const linesOf = (node: YamlNode | undefined): readonly string[] =>
  (textOf(node) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Levels by `links.NAME` and `nav.NAME`; one that stands outside both is meant for both. */
function validationOf(node: YamlNode | undefined): ReadonlyMap<string, string> {
  const levels = new Map<string, string>();
  if (node?.kind !== 'mapping') return levels;
  for (const { key, value } of node.entries)
    if (value.kind === 'scalar')
      for (const group of ['links', 'nav']) levels.set(`${group}.${key}`, value.value);
  for (const { key, value } of node.entries)
    if (value.kind === 'mapping')
      for (const entry of value.entries)
        if (entry.value.kind === 'scalar') levels.set(`${key}.${entry.key}`, entry.value.value);
  return levels;
}

function redirectsOf(options: YamlNode | undefined): readonly MkdocsRedirect[] {
  const maps = yamlGet(options, 'redirect_maps');
  if (maps?.kind !== 'mapping') return [];
  return maps.entries.flatMap(({ key, value }) =>
    value.kind === 'scalar' ? [{ from: key, to: value.value, toSpan: value.span }] : [],
  );
}

interface Named {
  readonly name: string;
  readonly options: YamlNode | undefined;
}

/** `- name`, `- name: {…}` or a mapping of names. */
function namedOptions(node: YamlNode | undefined): readonly Named[] {
  if (node?.kind === 'mapping')
    return node.entries.map(({ key, value }) => ({ name: plainName(key), options: value }));
  if (node?.kind !== 'sequence') return [];
  return node.items.flatMap((item) =>
    item.kind === 'scalar'
      ? [{ name: plainName(item.value), options: undefined }]
      : namedOptions(item),
  );
}

const plainName = (name: string): string => name.replace(/^markdown\.extensions\./, '');

function navOf(node: YamlNode | undefined): Toctree | undefined {
  if (node?.kind !== 'sequence') return undefined;
  const entries: ToctreeEntry[] = [];
  addEntries(node, undefined, entries);
  return { span: node.span, options: [], entries };
}

/** `page.md`, `Title: page.md`, `Section: [...]`. */
function addEntries(
  node: YamlNode,
  title: { text: string; span: Span } | undefined,
  entries: ToctreeEntry[],
): void {
  if (node.kind === 'sequence') for (const item of node.items) addEntries(item, undefined, entries);
  else if (node.kind === 'mapping')
    for (const { key, keySpan, value } of node.entries)
      addEntries(value, { text: key, span: keySpan }, entries);
  else if (node.value !== '')
    entries.push({
      target: node.value,
      ...(title === undefined ? {} : { title: title.text }),
      span: { start: title?.span.start ?? node.span.start, end: node.span.end },
      targetSpan: node.span,
    });
}
