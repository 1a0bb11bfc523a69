import { expect, it } from 'vitest';
import { type Setting, type SphinxConf, sphinxConf } from './conf.ts';

const shown = (setting: Setting<unknown>): unknown => {
  if (!setting.known) return 'unknown';
  return setting.value instanceof Map ? Object.fromEntries(setting.value) : setting.value;
};

it.each<
  readonly [
    string,
    Exclude<
      keyof SphinxConf,
      'path' | 'hasSetup' | 'inventoryFiles' | 'inventoryUrls' | 'objectTypes'
    >,
    unknown,
  ]
>([
  ['', 'extensions', []],
  ['extensions = ["a", "b"]', 'extensions', ['a', 'b']],
  ['extensions = ["a"]\nextensions.append("b")', 'extensions', ['a', 'b']],
  ['extensions = ["a"]\nextensions += ["b"]', 'extensions', ['a', 'b']],
  ['extensions = ["a"]\nif tags.has("x"):\n    extensions.append("b")', 'extensions', ['a', 'b']],
  ['extensions = ["a"]\ndef setup(app):\n    app.setup_extension("b")', 'extensions', ['a', 'b']],
  ['import own\nextensions = ["a"] + own.extensions', 'extensions', 'unknown'],
  ['exclude_patterns = []\nif x:\n    exclude_patterns.append("b")', 'excludePatterns', 'unknown'],
  ['templates_path = ["_templates", theme.templates_path]', 'templatesPath', ['_templates']],
  ['exclude_patterns = ["a"]\nexclude_patterns += ["b"]', 'excludePatterns', ['a', 'b']],
  ['redirects = {"old": "new.html"}', 'redirects', ['old']],
  ['rediraffe_redirects = {"old.rst": "new.rst"}', 'redirects', ['old.rst']],
  ['extensions = find()', 'extensions', 'unknown'],
  ['globals().update(build_config())', 'extensions', 'unknown'],
  ['# globals()', 'extensions', []],
  ['from base import *', 'rootDoc', 'unknown'],
  ['master_doc = "contents"', 'rootDoc', 'contents'],
  ['root_doc = "start"\nmaster_doc = "contents"', 'rootDoc', 'start'],
  ['source_suffix = ".txt"', 'sourceSuffixes', ['.txt']],
  [
    'source_suffix = {".rst": "restructuredtext", ".md": "markdown"}',
    'sourceSuffixes',
    ['.rst', '.md'],
  ],
  ['source_suffix = [".rst", ".md"]', 'sourceSuffixes', ['.rst', '.md']],
  [
    'intersphinx_mapping = {"python": ("https://docs.python.org/3", None)}',
    'intersphinx',
    { python: 'https://docs.python.org/3' },
  ],
  ['intersphinx_mapping = {"x": (url(), None)}', 'intersphinx', { x: '' }],
  ['intersphinx_mapping = {}\nintersphinx_mapping["x"] = ("u", None)', 'intersphinx', { x: 'u' }],
  [
    'intersphinx_mapping = {"a": ("u", None)}\nintersphinx_mapping.update({"b": ("v", None)})',
    'intersphinx',
    { a: 'u', b: 'v' },
  ],
  ['default_role = None', 'defaultRole', ''],
  ['default_role = "any"', 'defaultRole', 'any'],
  ['nitpick_ignore = [("py:class", "a.B")]', 'nitpickIgnore', [['py:class', 'a.B']]],
  ['extlinks = {"issue": ("https://x.y/%s", "#%s")}', 'extlinks', ['issue']],
  ['rst_epilog = """\n.. |a| replace:: b\n"""', 'rstEpilog', '\n.. |a| replace:: b\n'],
  ['rst_prolog = open("prolog.rst").read()', 'rstProlog', 'unknown'],
  ['nitpicky = True', 'nitpicky', true],
  ['myst_heading_anchors = 3', 'mystHeadingAnchors', 3],
  ['extensions = [', 'extensions', 'unknown'],
])('reads %j', (text, name, expected) => {
  expect(shown(sphinxConf('docs/conf.py', text)[name])).toEqual(expected);
});

it.each([
  ['', false],
  ['def setup(app):\n    pass', false],
  ['def setup(app):\n    app.add_css_file("x.css")', false],
  ['def setup(app):\n    app.connect("html-page-context", f)', false],
  ['def setup(app):\n    app.connect("source-read", f)', true],
  ['def setup(app):\n    app.add_directive("x", X)', true],
  ['def setup(app):\n    helper(app)', true],
  ['def setup(app):\n    app.add_object_type("x", "x", doc_field_types=[Field("a")])', false],
  ['from base import setup', true],
  ['setup = make()', true],
])('knows whether a setup function may make pages or labels: %j', (text, opaque) => {
  expect(sphinxConf('conf.py', text).hasSetup).toBe(opaque);
});

it('knows the kinds of objects that a setup function adds', () => {
  const text =
    'def setup(app):\n    app.add_crossref_type("fixture", "fix")\n    app.add_object_type(directivename="opt", rolename="opt")\n';
  expect(sphinxConf('conf.py', text).objectTypes).toEqual([
    { directive: 'fixture', role: 'fix' },
    { directive: 'opt', role: 'opt' },
  ]);
});

it('knows the inventories that lie beside it', () => {
  const text =
    'intersphinx_mapping = {"a": ("https://a.invalid/", "a.inv"), "b": ("https://b.invalid/", (None, "b.inv")), "c": ("https://c.invalid/", None)}';
  expect(Object.fromEntries(sphinxConf('conf.py', text).inventoryFiles)).toEqual({
    a: 'a.inv',
    b: 'b.inv',
  });
});

it.each([
  ['("https://c.invalid/", None)', ['https://c.invalid/objects.inv']],
  ['("https://c.invalid", None)', ['https://c.invalid/objects.inv']],
  ['("https://c.invalid/x/", "https://d.invalid/o.inv")', ['https://d.invalid/o.inv']],
  [
    '("https://c.invalid/", (None, "c.inv", "https://d.invalid/o.inv"))',
    ['https://c.invalid/objects.inv', 'https://d.invalid/o.inv'],
  ],
  ['("https://c.invalid/", "c.inv")', undefined],
  ['("../other/html", None)', undefined],
  ['(address(), None)', undefined],
])('knows where Sphinx asks for the inventory of %s', (entry, expected) => {
  const text = `intersphinx_mapping = {"c": ${entry}}`;
  expect(sphinxConf('conf.py', text).inventoryUrls.get('c')).toEqual(expected);
});
