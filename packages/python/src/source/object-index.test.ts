import { expect, it } from 'vitest';
import { objectIndex } from './object-index.ts';

const FILES: { readonly [path: string]: string } = {
  'setup.py': 'x = 1\n',
  'docs/conf.py': 'x = 1\n',
  'src/pkg/__init__.py':
    'from ._core import Base, make as build\nfrom .api import *\nfrom other import Outside\nimport pkg.sub\nVALUE: int\nAlias = Base\n',
  'src/pkg/_core.py':
    'import abc\nfrom typing import Generic\nfrom dataclasses import dataclass\nclass Root(abc.ABC):\n    def inherited(self):\n        self.late = 1\nclass Base(Root, Generic[T]):\n    """Doc."""\n    attr = 1\n    typed: int\n    if True:\n        def method(self): pass\n    @property\n    def prop(self): pass\n    class Inner:\n        deep = 1\n    __slots__ = ("slot",)\nclass Foreign(Unknown): pass\n@dataclass\nclass Data:\n    field: int\n@register\nclass Decorated: pass\nclass Meta(metaclass=M): pass\ndef make(): pass\n',
  'src/pkg/api.py': 'def starred(): pass\n',
  'src/pkg/branch.py':
    'if x:\n    from ._core import Base as B\nelse:\n    from ._core import Data as B\n',
  'src/pkg/lazy.py': 'def __getattr__(name): pass\n',
  'src/pkg/setter.py': 'globals().update(x)\n',
  'src/pkg/outer.py': 'from other import *\n',
  'src/pkg/sub/__init__.py': 'from ..api import starred\nfrom .. import _core\n',
  'src/name/space/__init__.py': 'x = 1\n',
  'single.py': 'y = 1\n',
};

const index = objectIndex({
  files: Object.keys(FILES),
  read: (path) => FILES[path],
  mayAppear: (path) => path.endsWith('_version.py'),
});

it.each([
  ['pkg', 'found'],
  ['pkg.sub', 'found'],
  ['pkg.Base', 'found'],
  ['pkg.build', 'found'],
  ['pkg.make', 'missing'],
  ['pkg.VALUE', 'found'],
  ['pkg.__name__', 'found'],
  ['pkg.starred', 'found'],
  ['pkg.nowhere', 'missing'],
  ['pkg._version', 'unknown'],
  ['pkg.Outside', 'found'],
  ['pkg.Outside.x', 'unknown'],
  ['pkg.Base.attr', 'found'],
  ['pkg.Base.typed', 'found'],
  ['pkg.Base.method', 'found'],
  ['pkg.Base.prop', 'found'],
  ['pkg.Base.slot', 'found'],
  ['pkg.Base.inherited', 'found'],
  ['pkg.Base.late', 'found'],
  ['pkg.Base.__eq__', 'found'],
  ['pkg.Base.Inner.deep', 'found'],
  ['pkg.Base.Inner.nowhere', 'missing'],
  ['pkg.Base.nowhere', 'missing'],
  ['pkg.Alias.method', 'found'],
  ['pkg.Alias.nowhere', 'missing'],
  ['pkg._core.Foreign.x', 'unknown'],
  ['pkg._core.Data.field', 'found'],
  ['pkg._core.Data.nowhere', 'missing'],
  ['pkg._core.Decorated.x', 'unknown'],
  ['pkg._core.Meta.x', 'unknown'],
  ['pkg._core.make.x', 'unknown'],
  ['pkg.branch.B.method', 'found'],
  ['pkg.branch.B.field', 'found'],
  ['pkg.branch.B.nowhere', 'missing'],
  ['pkg.lazy.x', 'unknown'],
  ['pkg.setter.x', 'unknown'],
  ['pkg.outer.x', 'unknown'],
  ['pkg.sub.starred', 'found'],
  ['pkg.sub._core.Base', 'found'],
  ['pkg.sub.nowhere', 'missing'],
  ['name.space.x', 'found'],
  ['name.other', 'foreign'],
  ['single.y', 'found'],
  ['single.nowhere', 'missing'],
  ['setup.x', 'foreign'],
  ['docs.conf', 'foreign'],
  ['os.path', 'foreign'],
  ['', 'foreign'],
])('%s is %s', (name, status) => {
  expect(index.find(name).status).toBe(status);
});

it('names what is there instead', () => {
  expect(index.find('pkg.api.start')).toEqual({
    status: 'missing',
    within: 'pkg.api',
    known: ['starred'],
  });
});

it('ends where modules import each other in a circle', () => {
  const files: { readonly [path: string]: string } = {
    'a.py': 'from b import *\nfrom b import x\n',
    'b.py': 'from a import *\nfrom a import x\n',
  };
  const circle = objectIndex({
    files: Object.keys(files),
    read: (path) => files[path],
    mayAppear: () => false,
  });
  expect(circle.find('a.x.y').status).toBe('unknown');
  expect(circle.find('a.nowhere').status).toBe('unknown');
});

it('takes a missing module of a package with compiled ones for unknown', () => {
  const compiled = objectIndex({
    files: ['pkg/__init__.py', 'src/fast.c'],
    read: () => '',
    mayAppear: () => false,
  });
  expect(compiled.find('pkg.fast').status).toBe('unknown');
});
