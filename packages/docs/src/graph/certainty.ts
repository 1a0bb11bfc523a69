import type { SphinxConf } from '../sphinx/conf.ts';
import type { Site } from './project.ts';

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

/**
 * Why a name that is nowhere in the sources may be right all the same, or undefined where it surely is not:
 * another project's inventory may hold it, or an extension may make it.
 */
export function doubtOf(conf: SphinxConf): string | undefined {
  const { intersphinx, extensions } = conf;
  if (!extensions.known) return extensions.why;
  if (!intersphinx.known) return intersphinx.why;
  if (extensions.value.includes('sphinx.ext.intersphinx') && intersphinx.value.size > 0)
    return `an inventory of ${[...intersphinx.value.keys()].join(', ')} may hold it`;
  return generatorOf(conf);
}

/** What may make files, documents or labels while the documentation is built, or undefined. */
export function generatorOf(conf: SphinxConf): string | undefined {
  const { extensions } = conf;
  if (!extensions.known) return extensions.why;
  const other = extensions.value.find((name) => !HARMLESS.has(name));
  if (other !== undefined) return `the extension \`${other}\` may make it`;
  return conf.hasSetup ? '`setup` in conf.py may make it' : undefined;
}

/** Whether a custom directive holds a name in its argument or an option, and so may define it. */
export function namedByDirective(
  site: Site,
  isKnown: (name: string) => boolean,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const document of site.project.documents)
    for (const { name, argument, options } of document.directives) {
      if (isKnown(name)) continue;
      for (const text of [argument, ...options.map(({ value }) => value)])
        for (const word of text.toLowerCase().split(/[\s,]+/u)) if (word !== '') words.add(word);
    }
  return words;
}
