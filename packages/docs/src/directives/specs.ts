/** How a directive's content is read. `options` alone is for directives that take no content. */
export type ContentKind =
  | 'none'
  /** Body elements; section titles are errors in them. */
  | 'body'
  /** Body elements with section titles. */
  | 'titles'
  /** Not reStructuredText. */
  | 'literal'
  /** One run of inline markup (`parsed-literal`). */
  | 'inline'
  /** Inline markup line by line (`line-block`). */
  | 'lines'
  /** A block quote with attributions. */
  | 'quote'
  | 'glossary'
  | 'csv';

/** How a directive's argument is read. `version` is a version, then inline markup. */
export type ArgumentKind = 'none' | 'text' | 'inline' | 'version' | 'roles';

/** What a directive takes, as docutils' `Directive` classes say it. */
export interface DirectiveSpec {
  readonly argument: ArgumentKind;
  /** How many arguments it must have and may have at most. */
  readonly required: number;
  readonly most: number;
  /** Whether the last argument may hold whitespace. */
  readonly spaces: boolean;
  readonly options: boolean;
  readonly content: ContentKind;
}

const spec = (
  argument: ArgumentKind,
  required: number,
  most: number,
  content: ContentKind,
  options = true,
  spaces = true,
): DirectiveSpec => ({ argument, required, most, spaces, options, content });

/** What nothing is known of: an argument and options are possible, the content is taken for markup. */
export const UNKNOWN: DirectiveSpec = spec('roles', 0, Infinity, 'titles');

const ADMONITION = spec('none', 0, 0, 'body');
const TITLED = spec('inline', 1, 1, 'body');
const BODY = spec('none', 0, 0, 'body', false);
const CODE = spec('text', 0, 1, 'literal', true, false);
const TESTED = spec('text', 0, 1, 'literal');
const OBJECT = spec('text', 1, 1, 'titles');
const CHANGE = spec('version', 1, 2, 'body');
const LINE = spec('text', 1, 1, 'none', false);
const LITERAL = spec('text', 0, Infinity, 'literal');

const SPECS = new Map<string, DirectiveSpec>();
const define = (names: string, value: DirectiveSpec): void => {
  for (const name of names.split(/\s+/u)) SPECS.set(name, value);
};

// docutils, parsers/rst/directives
define('attention caution danger error hint important note tip warning', ADMONITION);
define('admonition topic', TITLED);
define('sidebar', spec('inline', 0, 1, 'body'));
define('compound', ADMONITION);
define('container', spec('text', 0, 1, 'body'));
define('class', spec('text', 1, 1, 'body', false));
define('header footer', BODY);
define('epigraph highlights pull-quote', spec('none', 0, 0, 'quote', false));
define('line-block', spec('none', 0, 0, 'lines'));
define('parsed-literal', spec('none', 0, 0, 'inline'));
define('rubric', spec('inline', 1, 1, 'none'));
define('code', CODE);
define('math', spec('text', 0, 1, 'literal'));
define('image', spec('text', 1, 1, 'none'));
define('figure', spec('text', 1, 1, 'body'));
define('table list-table', spec('inline', 0, 1, 'body'));
define('csv-table', spec('inline', 0, 1, 'csv'));
define('include', spec('text', 1, 1, 'none'));
define('raw', spec('text', 1, 1, 'literal'));
define('replace', spec('none', 0, 0, 'inline', false));
define('unicode', spec('text', 1, 1, 'none'));
define('date role meta', spec('none', 0, 0, 'literal', false));
define('default-role', spec('text', 0, 1, 'none', false, false));
define('title', LINE);
define('contents', spec('text', 0, 1, 'none'));
define('sectnum section-numbering target-notes', spec('none', 0, 0, 'none'));

// Sphinx, directives/ and domains/
define('seealso todo', ADMONITION);
define(
  `versionadded versionchanged deprecated versionremoved
  version-added version-changed version-deprecated version-removed`,
  CHANGE,
);
define('code-block sourcecode', CODE);
define('highlight', spec('text', 1, 1, 'none', true, false));
define('literalinclude', spec('text', 1, 1, 'none'));
define('toctree', spec('none', 0, 0, 'literal'));
define('tabularcolumns', LINE);
define('sectionauthor moduleauthor codeauthor centered', spec('inline', 1, 1, 'none', false));
define('acks', BODY);
define('hlist', ADMONITION);
define('only ifconfig', spec('text', 1, 1, 'titles', false));
define('cssclass rst-class', spec('text', 1, 1, 'body', false));
define('glossary', spec('none', 0, 0, 'glossary'));
define('productionlist', LINE);
define('index', spec('text', 1, 1, 'none'));
define('default-domain', spec('text', 1, 1, 'none', false, false));
define('program', LINE);
define('describe object option cmdoption envvar confval', OBJECT);
define('py:module module js:module', spec('text', 1, 1, 'titles', true, false));
define('py:currentmodule currentmodule', spec('text', 1, 1, 'none', false, false));
for (const domain of ['', 'py:'])
  for (const type of `function data exception method classmethod staticmethod attribute property type
    decorator decoratormethod`.split(/\s+/u))
    define(domain + type, OBJECT);
define('py:class', OBJECT);
define('js:function js:method js:class js:data js:attribute', OBJECT);
define('rst:directive rst:directive:option rst:role', OBJECT);
define('c:member c:var c:function c:macro c:struct c:union c:enum c:enumerator c:type', OBJECT);
define(
  `cpp:class cpp:struct cpp:union cpp:function cpp:member cpp:var cpp:type cpp:concept cpp:enum
  cpp:enum-struct cpp:enum-class cpp:enumerator`,
  OBJECT,
);
define('c:namespace c:namespace-push cpp:namespace cpp:namespace-push', LINE);
define('c:namespace-pop cpp:namespace-pop', spec('none', 0, 0, 'none', false));
define('c:alias cpp:alias', spec('text', 1, 1, 'none'));
define('std:option std:cmdoption std:envvar std:confval', OBJECT);

// Sphinx, ext/
define('doctest testcode testoutput testsetup testcleanup', TESTED);
define('todolist', spec('none', 0, 0, 'none', false));
define('graphviz', CODE);
define('graph digraph', spec('text', 1, 1, 'literal', true, false));
define('inheritance-diagram', spec('text', 1, 1, 'none'));
define('autosummary', spec('none', 0, 0, 'literal'));
for (const type of `module class exception function decorator method attribute property data type
  methoddescriptor`.split(/\s+/u))
  define(`auto${type}`, spec('text', 1, 1, 'titles'));

// Widely used extensions whose content is another language
define(
  `mermaid uml plantuml d2 aafig altair-plot plot ipython jupyter-execute pyscript replite try_examples
  prompt terminal console code-tab code-include rst-example exec program-output command-output runblock
  autoprogram sphinx_argparse_cli argparse click:example click:run tablex autolink`,
  LITERAL,
);

/**
 * What a directive takes; {@link UNKNOWN} for one that is not docutils', Sphinx's or a known extension's. A name of
 * the domain that is current goes before docutils' own, as `class` in Python's.
 */
export const specOf = (name: string, domain = ''): DirectiveSpec => {
  const lower = name.toLowerCase();
  return (
    (domain === '' ? undefined : SPECS.get(`${domain}:${lower}`)) ?? SPECS.get(lower) ?? UNKNOWN
  );
};

/** Whether a directive is docutils', Sphinx's or a known extension's. */
export const isKnownDirective = (name: string): boolean => SPECS.has(name.toLowerCase());

/** The names of all known directives, for suggestions. */
export const knownDirectives = (): Iterable<string> => SPECS.keys();
