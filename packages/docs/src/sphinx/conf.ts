import { type PyModule, type PyValue, pythonModule } from '@pymaint/python';

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
  /** The roles that `extlinks` makes. */
  readonly extlinks: Setting<readonly string[]>;
  readonly defaultRole: Setting<string>;
  readonly primaryDomain: Setting<string>;
  readonly rstProlog: Setting<string>;
  readonly rstEpilog: Setting<string>;
  readonly nitpicky: Setting<boolean>;
  /** Pairs of a role's type and a target. */
  readonly nitpickIgnore: Setting<readonly (readonly [string, string])[]>;
  readonly suppressWarnings: Setting<readonly string[]>;
  readonly autosectionlabelPrefix: Setting<boolean>;
  /** 0 for no limit. */
  readonly autosectionlabelDepth: Setting<number>;
  readonly numfig: Setting<boolean>;
  readonly htmlExtraPath: Setting<readonly string[]>;
  readonly mystExtensions: Setting<readonly string[]>;
  /** 0 where MyST makes no anchors. */
  readonly mystHeadingAnchors: Setting<number>;
  readonly linkcheckIgnore: Setting<readonly string[]>;
  readonly linkcheckAnchors: Setting<boolean>;
  /** Whether it defines `setup`, which may add roles, directives and labels of its own. */
  readonly hasSetup: boolean;
}

/**
 * Reads conf.py: literal values, names set before, and the joins that `pythonModule` follows. Lists that
 * something else changes, and all names in a file that fills its globals by a call, are unknown. Never throws.
 */
export function sphinxConf(path: string, text: string): SphinxConf {
  const module = pythonModule(path, text);
  const opaque = OPAQUE.exec(text)?.[0].trim();
  const get: Get = (name, convert, usual) => setting(module, text, opaque, name, convert, usual);
  const strings = (name: string, usual: readonly string[] = []): Setting<readonly string[]> =>
    get(name, stringList, usual);
  const hasRoot = module.bindings.some(({ name }) => name === 'root_doc');
  return {
    path,
    extensions: strings('extensions'),
    sourceSuffixes: get('source_suffix', suffixes, ['.rst']),
    rootDoc: get(hasRoot ? 'root_doc' : 'master_doc', string, 'index'),
    excludePatterns: strings('exclude_patterns'),
    includePatterns: strings('include_patterns', ['**']),
    templatesPath: strings('templates_path'),
    intersphinx: get('intersphinx_mapping', inventories, new Map()),
    extlinks: get('extlinks', keys, []),
    defaultRole: get('default_role', string, ''),
    primaryDomain: get('primary_domain', string, 'py'),
    rstProlog: get('rst_prolog', string, ''),
    rstEpilog: get('rst_epilog', string, ''),
    nitpicky: get('nitpicky', boolean, false),
    nitpickIgnore: get('nitpick_ignore', pairs, []),
    suppressWarnings: strings('suppress_warnings'),
    autosectionlabelPrefix: get('autosectionlabel_prefix_document', boolean, false),
    autosectionlabelDepth: get('autosectionlabel_maxdepth', number, 0),
    numfig: get('numfig', boolean, false),
    htmlExtraPath: strings('html_extra_path'),
    mystExtensions: strings('myst_enable_extensions'),
    mystHeadingAnchors: get('myst_heading_anchors', number, 0),
    linkcheckIgnore: strings('linkcheck_ignore'),
    linkcheckAnchors: get('linkcheck_anchors', boolean, true),
    hasSetup: module.bindings.some(({ name }) => name === 'setup'),
  };
}

/** The value of a setting, or `usual` where it cannot be told. */
export const settingOr = <T>(setting: Setting<T>, usual: T): T =>
  setting.known ? setting.value : usual;

type Convert<T> = (value: PyValue) => T | undefined;
type Get = <T>(name: string, convert: Convert<T>, usual: T) => Setting<T>;

// What may set names that stand nowhere in the file.
const OPAQUE =
  /^(?!\s*#).*(?:globals\(\)|\bexec\(|\bsetattr\(|from\s+[\w.]+\s+import\s+\*|\bvars\(\))/mu;

function setting<T>(
  module: PyModule,
  text: string,
  opaque: string | undefined,
  name: string,
  convert: Convert<T>,
  usual: T,
): Setting<T> {
  if (!module.bindings.some((binding) => binding.name === name))
    return opaque === undefined
      ? { known: true, value: usual }
      : { known: false, why: `\`${name}\` may be set by \`${opaque}\`` };
  const changed = new RegExp(
    String.raw`^\s*${name}\s*(?:\.\s*(?:append|extend|insert|update|remove|add|setdefault|pop|clear)\b|\[[^\]\n]*\]\s*=(?!=))`,
    'mu',
  ).exec(text);
  if (changed !== null)
    return { known: false, why: `\`${name}\` is changed by \`${changed[0].trim()}\`` };
  const found = module.value(name);
  const value = convert(found);
  if (value !== undefined) return { known: true, value };
  return {
    known: false,
    why: found.type === 'unknown' ? found.why : `\`${name}\` is not written as plain values`,
  };
}

const string: Convert<string> = (value) => {
  if (value.type === 'string') return value.value;
  return value.type === 'constant' && value.value === null ? '' : undefined;
};

const boolean: Convert<boolean> = (value) => {
  if (value.type === 'number') return value.value !== 0;
  return value.type === 'constant' && typeof value.value === 'boolean' ? value.value : undefined;
};

const number: Convert<number> = (value) => {
  if (value.type === 'number') return value.value;
  return value.type === 'constant' && value.value === null ? 0 : undefined;
};

const stringList: Convert<readonly string[]> = (value) => {
  if (value.type !== 'list' && value.type !== 'tuple' && value.type !== 'set') return undefined;
  const items = value.items.map(string);
  return items.every((item) => item !== undefined) ? items : undefined;
};

const suffixes: Convert<readonly string[]> = (value) => {
  if (value.type === 'string') return [value.value];
  return value.type === 'dict' ? keys(value) : stringList(value);
};

const keys: Convert<readonly string[]> = (value) => {
  if (value.type !== 'dict' || !value.complete) return undefined;
  const names = value.entries.map(({ key }) => string(key));
  return names.every((name) => name !== undefined) ? names : undefined;
};

/** `{name: (address, inventory)}`; the address may be computed, then it is empty. */
const inventories: Convert<ReadonlyMap<string, string>> = (value) => {
  const names = keys(value);
  if (value.type !== 'dict' || names === undefined) return undefined;
  return new Map(
    value.entries.map(({ value: entry }, n) => {
      const address = entry.type === 'tuple' || entry.type === 'list' ? entry.items[0] : undefined;
      return [names[n] ?? '', address === undefined ? '' : (string(address) ?? '')];
    }),
  );
};

const pairs: Convert<readonly (readonly [string, string])[]> = (value) => {
  if (value.type !== 'list' && value.type !== 'set' && value.type !== 'tuple') return undefined;
  const found: (readonly [string, string])[] = [];
  for (const item of value.items) {
    const [type, target] = stringList(item) ?? [];
    if (type === undefined || target === undefined) return undefined;
    found.push([type, target]);
  }
  return found;
};
