import { expect, it } from 'vitest';
import { type Setting, type SphinxConf, sphinxConf } from './conf.ts';

const shown = (setting: Setting<unknown>): unknown => {
  if (!setting.known) return 'unknown';
  return setting.value instanceof Map ? Object.fromEntries(setting.value) : setting.value;
};

it.each<readonly [string, Exclude<keyof SphinxConf, 'path' | 'hasSetup'>, unknown]>([
  ['', 'extensions', []],
  ['extensions = ["a", "b"]', 'extensions', ['a', 'b']],
  ['extensions = ["a"]\nextensions.append("b")', 'extensions', 'unknown'],
  ['extensions = ["a"]\nextensions += ["b"]', 'extensions', 'unknown'],
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
  ['intersphinx_mapping = {}\nintersphinx_mapping["x"] = ("u", None)', 'intersphinx', 'unknown'],
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

it('knows whether a setup function may add to the project', () => {
  expect(sphinxConf('conf.py', 'def setup(app):\n    pass\n').hasSetup).toBe(true);
  expect(sphinxConf('conf.py', '').hasSetup).toBe(false);
});
