import { fileStart, type TomlDocument } from '@pymaint/core';
import { entryOf, listAt, stringAt } from '../project/toml-entries.ts';
import type { Backend, BackendId } from '../project/types.ts';
import { requiresOneOf } from './context.ts';

/** The modules of `build-backend` by the project that they belong to. */
const MODULES: readonly (readonly [BackendId, RegExp])[] = [
  ['setuptools', /^setuptools\b|^scikit_build_core\.setuptools\b/],
  ['hatchling', /^hatchling\b/],
  ['flit', /^flit(_core)?\b/],
  ['poetry', /^poetry\b|^poetry_dynamic_versioning\b/],
  ['pdm', /^pdm\b/],
  ['mesonpy', /^mesonpy\b/],
  ['maturin', /^maturin\b/],
  ['scikit-build-core', /^scikit_build_core\b/],
  ['uv', /^uv_build\b/],
];

/** The projects to look for where the backend is a wrapper in the project's own tree. */
const WRAPPED: readonly (readonly [BackendId, string])[] = [
  ['setuptools', 'setuptools'],
  ['hatchling', 'hatchling'],
  ['flit', 'flit-core'],
  ['poetry', 'poetry-core'],
  ['pdm', 'pdm-backend'],
  ['mesonpy', 'meson-python'],
  ['maturin', 'maturin'],
  ['scikit-build-core', 'scikit-build-core'],
];

/** Who builds the package, by `[build-system]` (PEP 517, 518); without one it is setuptools. */
export function backendOf(pyproject: TomlDocument): Backend {
  const required = listAt(pyproject, 'build-system', 'requires');
  const requires = required.known ? required.value : [];
  const written = stringAt(pyproject, 'build-system', 'build-backend');
  const path = pyproject.get('build-system', 'backend-path');
  const inTree = path?.type === 'array' && path.items.some((item) => entryOf(item) !== undefined);
  if (!written.known) {
    const place = pyproject.get('build-system')?.range ?? fileStart(pyproject.path);
    return {
      id: 'setuptools',
      written: 'setuptools.build_meta:__legacy__',
      inTree: false,
      place,
      requires,
    };
  }
  const draft = { written: written.value, inTree, place: written.place, requires };
  const named = MODULES.find(([, module]) => module.test(written.value))?.[0];
  const wrapped = WRAPPED.find(([, name]) => requiresOneOf({ ...draft, id: 'other' }, name))?.[0];
  return { ...draft, id: named ?? (inTree ? wrapped : undefined) ?? 'other' };
}
