import { type PyModule, grownValue, pythonModule } from '@pymaint/python';
import {
  boolean,
  type Convert,
  inventories,
  inventoryFiles,
  inventoryUrls,
  keys,
  number,
  pairs,
  string,
  plainStrings,
  stringList,
  suffixes,
} from './convert.ts';
import { type ObjectType, type SetupCalls, setupCalls } from './setup.ts';

/** One value of conf.py: what it says or, where it says nothing, Sphinx's default; or why it cannot be told. */
export type Setting<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly why: string };

/** What conf.py says, as far as it can be read without running it. */
export interface SphinxConf {
  readonly path: string;
  readonly extensions: Setting<readonly string[]>;
  /** With their dots. */
  readonly sourceSuffixes: Setting<readonly string[]>;
  /** `root_doc`, formerly `master_doc`. */
  readonly rootDoc: Setting<string>;
  readonly excludePatterns: Setting<readonly string[]>;
  readonly includePatterns: Setting<readonly string[]>;
  readonly templatesPath: Setting<readonly string[]>;
  /** Name of the inventory → base address. */
  readonly intersphinx: Setting<ReadonlyMap<string, string>>;
  /** Name of the inventory → its file beside conf.py, where the mapping names one. */
  readonly inventoryFiles: ReadonlyMap<string, string>;
  /** Name of the inventory → where Sphinx asks for it on the web, in this order. */
  readonly inventoryUrls: ReadonlyMap<string, readonly string[]>;
  /** The roles that `extlinks` makes. */
  readonly extlinks: Setting<readonly string[]>;
  readonly defaultRole: Setting<string>;
  readonly primaryDomain: Setting<string>;
  readonly rstProlog: Setting<string>;
  readonly rstEpilog: Setting<string>;
  readonly nitpicky: Setting<boolean>;
  /** Pairs of a role's type and a target. */
  readonly nitpickIgnore: Setting<readonly (readonly [string, string])[]>;
  /** Pairs of a pattern of types and one of targets. */
  readonly nitpickIgnoreRegex: Setting<readonly (readonly [string, string])[]>;
  readonly suppressWarnings: Setting<readonly string[]>;
  readonly autosectionlabelPrefix: Setting<boolean>;
  /** 0 for no limit. */
  readonly autosectionlabelDepth: Setting<number>;
  readonly numfig: Setting<boolean>;
  /** `html_baseurl`; empty where there is none. */
  readonly htmlBaseUrl: Setting<string>;
  readonly htmlExtraPath: Setting<readonly string[]>;
  readonly htmlStaticPath: Setting<readonly string[]>;
  readonly htmlAdditionalPages: Setting<readonly string[]>;
  /** `redirects` of sphinx_reredirects, `rediraffe_redirects`: what leads on to another page. */
  readonly redirects: Setting<readonly string[]>;
  readonly mystExtensions: Setting<readonly string[]>;
  /** 0 where MyST makes no anchors. */
  readonly mystHeadingAnchors: Setting<number>;
  readonly linkcheckIgnore: Setting<readonly string[]>;
  readonly linkcheckAnchors: Setting<boolean>;
  /** Patterns of anchors, and of addresses, whose anchors are not looked for. */
  readonly linkcheckAnchorsIgnore: Setting<readonly string[]>;
  readonly linkcheckAnchorsIgnoreForUrl: Setting<readonly string[]>;
  /** Patterns of documents whose links are not asked for. */
  readonly linkcheckExcludeDocuments: Setting<readonly string[]>;
  /** Whether it defines a `setup` that may make documents, labels or files of its own. */
  readonly hasSetup: boolean;
  /** What `add_object_type` and `add_crossref_type` make. */
  readonly objectTypes: readonly ObjectType[];
}

/**
 * Reads conf.py: literal values, names set before, and what is added to them later. What is added under a
 * condition is taken in where more of it can only raise doubts, else it makes the setting unknown, as a call that
 * fills the globals does. Never throws.
 */
export function sphinxConf(path: string, text: string): SphinxConf {
  const module = pythonModule(path, text);
  const opaque = OPAQUE.exec(text)?.[0].trim();
  const get: Get = (name, convert, usual) => setting(module, opaque, name, convert, usual);
  const strings = (name: string, usual: readonly string[] = []): Setting<readonly string[]> =>
    get(name, stringList, usual);
  const setup = setupCalls(module);
  const extensions = strings('extensions');
  const hasRoot = module.bindings.some(({ name }) => name === 'root_doc');
  const hasRediraffe = module.bindings.some(({ name }) => name === 'rediraffe_redirects');
  return {
    path,
    extensions: withExtensions(extensions, setup),
    sourceSuffixes: get('source_suffix', suffixes, ['.rst']),
    rootDoc: get(hasRoot ? 'root_doc' : 'master_doc', string, 'index'),
    excludePatterns: strings('exclude_patterns'),
    includePatterns: strings('include_patterns', ['**']),
    // A folder that a call names lies outside of the pages.
    templatesPath: get('templates_path', plainStrings, []),
    intersphinx: get('intersphinx_mapping', inventories, new Map()),
    inventoryFiles: settingOr(get('intersphinx_mapping', inventoryFiles, new Map()), new Map()),
    inventoryUrls: settingOr(get('intersphinx_mapping', inventoryUrls, new Map()), new Map()),
    extlinks: get('extlinks', keys, []),
    defaultRole: get('default_role', string, ''),
    primaryDomain: get('primary_domain', string, 'py'),
    rstProlog: get('rst_prolog', string, ''),
    rstEpilog: get('rst_epilog', string, ''),
    nitpicky: get('nitpicky', boolean, false),
    nitpickIgnore: get('nitpick_ignore', pairs, []),
    nitpickIgnoreRegex: get('nitpick_ignore_regex', pairs, []),
    suppressWarnings: strings('suppress_warnings'),
    autosectionlabelPrefix: get('autosectionlabel_prefix_document', boolean, false),
    autosectionlabelDepth: get('autosectionlabel_maxdepth', number, 0),
    numfig: get('numfig', boolean, false),
    htmlBaseUrl: get('html_baseurl', string, ''),
    htmlExtraPath: strings('html_extra_path'),
    htmlStaticPath: strings('html_static_path'),
    htmlAdditionalPages: get('html_additional_pages', keys, []),
    redirects: get(hasRediraffe ? 'rediraffe_redirects' : 'redirects', keys, []),
    mystExtensions: strings('myst_enable_extensions'),
    mystHeadingAnchors: get('myst_heading_anchors', number, 0),
    linkcheckIgnore: strings('linkcheck_ignore'),
    linkcheckAnchors: get('linkcheck_anchors', boolean, true),
    hasSetup: setup.opaque,
    objectTypes: setup.objectTypes,
    linkcheckAnchorsIgnore: strings('linkcheck_anchors_ignore', ['^!']),
    linkcheckAnchorsIgnoreForUrl: strings('linkcheck_anchors_ignore_for_url'),
    linkcheckExcludeDocuments: strings('linkcheck_exclude_documents'),
  };
}

/** The value of a setting, or `usual` where it cannot be told. */
export const settingOr = <T>(setting: Setting<T>, usual: T): T =>
  setting.known ? setting.value : usual;

type Get = <T>(name: string, convert: Convert<T>, usual: T) => Setting<T>;

// What may set names that stand nowhere in the file.
const OPAQUE =
  /^(?!\s*#).*(?:globals\(\)|\bexec\(|\bsetattr\(|from\s+[\w.]+\s+import\s+\*|\bvars\(\))/mu;

// More of these raises doubts and never makes an error; of the others a half would.
const MAY_BE_MORE = new Set(
  `extensions intersphinx_mapping extlinks nitpick_ignore nitpick_ignore_regex suppress_warnings rst_prolog rst_epilog redirects
  rediraffe_redirects html_extra_path html_static_path`.split(/\s+/u),
);

function setting<T>(
  module: PyModule,
  opaque: string | undefined,
  name: string,
  convert: Convert<T>,
  usual: T,
): Setting<T> {
  if (!module.bindings.some((binding) => binding.name === name))
    return opaque === undefined
      ? { known: true, value: usual }
      : { known: false, why: `\`${name}\` may be set by \`${opaque}\`` };
  const { value: found, conditional } = grownValue(module, name);
  if (conditional && !MAY_BE_MORE.has(name))
    return { known: false, why: `\`${name}\` is changed under a condition` };
  const value = convert(found);
  if (value !== undefined) return { known: true, value };
  return {
    known: false,
    why: found.type === 'unknown' ? found.why : `\`${name}\` is not written as plain values`,
  };
}

const withExtensions = (
  setting: Setting<readonly string[]>,
  { extensions }: SetupCalls,
): Setting<readonly string[]> =>
  setting.known ? { known: true, value: [...setting.value, ...extensions] } : setting;
