import { type Call, type PyModule, callsIn } from '@pymaint/python';

/** A directive that describes objects, and the role that refers to them. */
export interface ObjectType {
  readonly directive: string;
  readonly role: string;
}

/** What the `setup` function of conf.py does. */
export interface SetupCalls {
  /** True where it does something that may make documents, labels or files, or cannot be read. */
  readonly opaque: boolean;
  readonly objectTypes: readonly ObjectType[];
  /** What it loads by `setup_extension`. */
  readonly extensions: readonly string[];
}

/** Methods of `Sphinx` that make no document, no label and no file (sphinx.application). */
const HARMLESS = new Set(
  `add_autodoc_attrgetter add_autodocumenter add_config_value add_crossref_type add_css_file add_generic_role
  add_html_math_renderer add_html_theme add_javascript add_js_file add_latex_package add_lexer add_object_type
  add_role add_search_language add_stylesheet require_sphinx set_translator setup_extension`.split(
    /\s+/u,
  ),
);

/** Events after which a page says no more than its source (sphinx.events, sphinx.ext.autodoc). */
const HARMLESS_EVENTS = new Set(
  `autodoc-process-bases autodoc-process-docstring autodoc-process-signature autodoc-skip-member build-finished
  config-inited env-updated html-collect-pages html-page-context linkcheck-process-uri`.split(
    /\s+/u,
  ),
);

/** Reads the `setup` function of conf.py; without one nothing is done. */
export function setupCalls(module: PyModule): SetupCalls {
  const setup = module.binding('setup');
  if (setup === undefined) {
    const opaque = module.bindings.some(({ name }) => name === 'setup');
    return { opaque, objectTypes: [], extensions: [] };
  }
  const calls = callsIn(module, setup.statement);
  return {
    opaque: setup.statement.name !== 'FunctionDefinition' || !calls.every(isHarmless),
    objectTypes: calls.flatMap(objectType),
    extensions: calls.flatMap((call) =>
      methodOf(call) === 'setup_extension' ? (textOf(call, 0, 'extname') ?? []) : [],
    ),
  };
}

const methodOf = ({ callee }: Call): string | undefined => /^\w+\.(\w+)$/u.exec(callee)?.[1];

function isHarmless(call: Call): boolean {
  // What makes a value for a call is no step of its own: `Field('type', …)`, `str(…)`.
  if (call.nested && methodOf(call) === undefined) return true;
  const method = methodOf(call) ?? '';
  if (method === 'connect') return HARMLESS_EVENTS.has(textOf(call, 0, 'event') ?? '');
  return HARMLESS.has(method);
}

function objectType(call: Call): readonly ObjectType[] {
  const method = methodOf(call);
  if (method !== 'add_object_type' && method !== 'add_crossref_type') return [];
  const directive = textOf(call, 0, 'directivename');
  const role = textOf(call, 1, 'rolename');
  return directive === undefined || role === undefined ? [] : [{ directive, role }];
}

function textOf({ args, keywords }: Call, at: number, name: string): string | undefined {
  const value = args[at] ?? keywords.get(name);
  return value?.type === 'string' ? value.value : undefined;
}
