import type { SphinxConf } from '../sphinx/conf.ts';
import type { DocsProject, Site } from './project.ts';

/** Extensions that make neither labels nor documents of their own. */
const HARMLESS = new Set(
  `autodoc autosectionlabel coverage doctest extlinks githubpages graphviz ifconfig imgconverter imgmath
  inheritance_diagram intersphinx linkcode mathjax napoleon todo viewcode duration`
    .split(/\s+/u)
    .map((name) => `sphinx.ext.${name}`)
    .concat(
      `myst_parser sphinx_copybutton sphinx_design sphinx_tabs.tabs sphinx_inline_tabs sphinx_rtd_theme
      sphinx_rtd_theme.ext sphinxext.opengraph notfound.extension sphinx_issues sphinx_sitemap
      sphinxcontrib.spelling sphinx.ext.jsmath furo sphinx_favicon sphinxemoji.sphinxemoji pallets_sphinx_themes
      sphinx_last_updated_by_git sphinx_removed_in hoverxref.extension`.split(/\s+/u),
    ),
);

/** The inventories of `intersphinx_mapping` that are not at hand, or only as they once were. Sphinx reads none without the extension. */
export function unreadInventories({
  conf,
  inventories,
  unfetched,
}: Pick<DocsProject, 'conf' | 'inventories' | 'unfetched'>): readonly string[] {
  const { intersphinx, extensions } = conf;
  if (!intersphinx.known) return [];
  if (extensions.known && !extensions.value.includes('sphinx.ext.intersphinx')) return [];
  return [...intersphinx.value.keys()].filter(
    (name) => inventories?.has(name) !== true || unfetched?.has(name) === true,
  );
}

/** Whether an inventory that is at hand holds a name under one of these types (`std:label`). */
export const inInventories = (
  { inventories }: DocsProject,
  name: string,
  ...types: readonly string[]
): boolean =>
  inventories !== undefined &&
  [...inventories.values()].some(({ objects }) =>
    types.some((type) => objects.get(type)?.has(name) === true),
  );

/** Whether a target names an inventory of `intersphinx_mapping` before its colon: `python:argument`. */
export function namesInventory({ conf }: DocsProject, target: string): boolean {
  const colon = target.indexOf(':');
  if (colon <= 0) return false;
  return !conf.intersphinx.known || conf.intersphinx.value.has(target.slice(0, colon));
}

/**
 * Why a name that is nowhere in the sources may be right all the same, or undefined where it surely is not:
 * another project's inventory may hold it, or an extension may make it.
 */
export function doubtOf(project: DocsProject): string | undefined {
  const { intersphinx, extensions } = project.conf;
  if (!extensions.known) return extensions.why;
  if (!intersphinx.known) return intersphinx.why;
  const unread = unreadInventories(project);
  if (unread.length > 0) return `an inventory of ${unread.join(', ')} may hold it`;
  return generatorOf(project.conf);
}

/**
 * What may make files, documents or labels while the documentation is built, or undefined. `isHarmless` tells of
 * extensions that do not make what is asked for here.
 */
export function generatorOf(
  conf: SphinxConf,
  isHarmless: (extension: string) => boolean = () => false,
): string | undefined {
  const { extensions } = conf;
  if (!extensions.known) return extensions.why;
  const other = extensions.value.find((name) => !HARMLESS.has(name) && !isHarmless(name));
  if (other !== undefined) return `the extension \`${other}\` may make it`;
  return conf.hasSetup ? '`setup` in conf.py may make it' : undefined;
}

/**
 * Whether a custom directive holds a name in its argument or an option, and so may define it. The directives are
 * gone through when the first name is asked for.
 */
export function namedByDirective(
  site: Site,
  isKnown: (name: string) => boolean,
): { readonly has: (name: string) => boolean } {
  let words: ReadonlySet<string> | undefined;
  return { has: (name) => (words ??= wordsOfDirectives(site, isKnown)).has(name) };
}

function wordsOfDirectives(site: Site, isKnown: (name: string) => boolean): ReadonlySet<string> {
  const words = new Set<string>();
  for (const document of site.project.documents)
    for (const { name, argument, options } of document.directives) {
      if (isKnown(name)) continue;
      for (const text of [argument, ...options.map(({ value }) => value)])
        for (const word of text.toLowerCase().split(/[\s,]+/u)) if (word !== '') words.add(word);
    }
  return words;
}
