/**
 * Whose Markdown a file is:
 * - `github`: CommonMark 0.31 with GitHub's tables, footnotes, bare addresses and alerts;
 * - `myst`: as myst-parser reads it within Sphinx;
 * - `mkdocs`: as Python-Markdown reads it with the extensions that MkDocs sites use.
 */
export type Flavour = 'github' | 'myst' | 'mkdocs';

/** What a reader knows beyond CommonMark. Made by {@link featuresOf}. */
export interface Features {
  readonly flavour: Flavour;
  /** Addresses without marks around them are links. */
  readonly bareLinks: boolean;
  /** Roles, directives, `(label)=`, `%` comments and `+++`. */
  readonly myst: boolean;
  /** Directives between `:::` as well. */
  readonly colonFence: boolean;
  /** `:` starts a definition. */
  readonly definitionLists: boolean;
  /** `$…$` and `$$…$$` hold formulas. */
  readonly dollarMath: boolean;
  /** `{#id}` behind a piece of text; in MkDocs `{: #id }` as well. */
  readonly inlineAttributes: boolean;
  /** `{#id}` on a line of its own, before a block. */
  readonly blockAttributes: boolean;
  /** `{{ name }}` stands for something that conf.py or the front matter holds. */
  readonly substitutions: boolean;
  /** Admonitions, tabs, snippets and mkdocstrings blocks. */
  readonly mkdocs: boolean;
}

/**
 * The features of a flavour. `extensions` are those of `myst_enable_extensions`; for MkDocs only
 * `pymdownx.magiclink` counts, which makes links of bare addresses: a site that lacks another extension shows its
 * syntax as text, and so holds nothing of that kind.
 */
export function featuresOf(flavour: Flavour, extensions: readonly string[] = []): Features {
  const myst = flavour === 'myst';
  const mkdocs = flavour === 'mkdocs';
  const has = (...names: readonly string[]): boolean =>
    myst && names.some((name) => extensions.includes(name));
  return {
    flavour,
    bareLinks:
      flavour === 'github' ||
      has('linkify', 'gfm_autolink') ||
      (mkdocs && extensions.includes('pymdownx.magiclink')),
    myst,
    colonFence: has('colon_fence'),
    definitionLists: mkdocs || has('deflist'),
    dollarMath: has('dollarmath'),
    inlineAttributes: mkdocs || has('attrs_inline', 'attrs_image'),
    blockAttributes: has('attrs_block'),
    substitutions: has('substitution'),
    mkdocs,
  };
}
