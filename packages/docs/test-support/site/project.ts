/** What `conf.py` of the made site says. */
export const CONF = `
rst_epilog = """
.. |everywhere| replace:: text
.. _everywhere link: https://x.invalid/
"""
exclude_patterns = ["hidden", "inc"]
nitpicky = True
numfig = True


def setup(app):
    app.add_crossref_type("setting", "setting")
`;

/** The source of the made site's project. */
export const SOURCE: Readonly<Record<string, string>> = {
  'own/__init__.py':
    'LIMIT = 1\n\ndef work(a, b=1): pass\n\nclass Failure(Exception): pass\n\nclass Thing:\n    size = 1\n    def use(self): pass\n',
};

/** Files beside the pages. */
export const FILES: Readonly<Record<string, string>> = {
  'hidden/page.rst': 'Hidden\n======\n',
  'inc/part.txt':
    '.. _in-part:\n\n.. |from part| replace:: x\n\n.. _part link: https://x.invalid/\n',
  'inc/context.txt': 'Uses given_ here.\n',
  'sub/other.rst':
    'Other\n=====\n\n.. _other-label:\n\nPart\n----\n\n.. toctree::\n   :hidden:\n\n   deep/leaf\n\n.. envvar:: KNOWN_VAR\n\n.. confval:: known_value\n\n.. setting:: KNOWN_SETTING\n\n.. py:module:: own\n\n.. py:function:: work(a, b=1)\n\n.. py:class:: Thing\n\n   .. py:method:: use()\n\n   .. py:attribute:: size\n\n.. py:exception:: Failure\n\n.. py:data:: LIMIT\n',
  'sub/deep/leaf.rst': 'Leaf\n====\n\n.. _leaf-label:\n\nPart\n----\n',
  'data/a.png': '',
  'data/b.txt': 'text\n',
  'data/a.py': 'x = 1\n',
  'data/code.py':
    '"""Doc."""\nimport os\n\n# begin\n@decorated\ndef work(a):\n    def inner():\n        pass\n    return a\n# end\n\n\nclass Thing:\n    async def use(self):\n        pass\n\n    def one(self): pass\n',
  'data/umlaut.txt': 'Käse\n',
  'data/with space.csv': 'a,b\n',
};
