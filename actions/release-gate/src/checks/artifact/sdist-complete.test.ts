import { fileStart, known, notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { LeftOut } from '../../facts.ts';
import { findingsOf, outcomeOf, packed, someBuild, someProject } from '../../testing.ts';
import { sdistComplete } from './sdist-complete.ts';

const place = fileStart('pyproject.toml');
const facts = (
  tracked: readonly string[],
  sdist: readonly string[],
  leftOut: Partial<LeftOut> = {},
  backend = 'hatchling.build',
) => ({
  project: someProject({
    'pyproject.toml': `[build-system]\nbuild-backend = "${backend}"\n[project]\nname = "attrsx"\n`,
  }),
  tracked: known(tracked, place),
  leftOut: known({ globs: [], chosen: false, manifest: false, ...leftOut }, place),
  build: known(someBuild({ files: packed('PKG-INFO', ...sdist) }), place),
});

const OWN = ['pyproject.toml', 'src/attrsx/__init__.py'];

it('takes an sdist without what serves the repository alone', () => {
  const tracked = [...OWN, '.github/workflows/a.yml', '.gitignore', 'uv.lock', 'codecov.yml'];
  expect(outcomeOf(sdistComplete, facts(tracked, OWN))).toEqual({
    status: 'pass',
    found: '3 files',
  });
});

it('names what lacks in one finding, tests first', () => {
  const tracked = [...OWN, 'bench/a.py', 'bench/b.py', 'tests/a.py', 'CHANGES.rst'];
  expect(findingsOf(sdistComplete, facts(tracked, OWN))).toEqual([
    'notice pyproject.toml:1:1 Unexpected lack of `tests/` (1 file), `CHANGES.rst` and `bench/` (2 files) in attrsx-1.2.3.tar.gz, expected what git tracks since distributors build and test from it',
  ]);
});

it('keeps still of what is left out on purpose', () => {
  const tracked = [...OWN, 'bench/a.py'];
  expect(findingsOf(sdistComplete, facts(tracked, OWN, { globs: ['/bench'] }))).toEqual([]);
  expect(findingsOf(sdistComplete, facts(tracked, OWN, { chosen: true }))).toEqual([]);
});

it('warns of a licence, even where the content was chosen', () => {
  expect(findingsOf(sdistComplete, facts([...OWN, 'LICENSE'], OWN, { chosen: true }))).toEqual([
    'warning pyproject.toml:1:1 Unexpected lack of `LICENSE` in attrsx-1.2.3.tar.gz, expected it since most licences ask to go with every copy',
  ]);
});

it('knows that maturin moves files', () => {
  const given = facts(['crates/a/src/lib.rs'], ['src/lib.rs'], {}, 'maturin');
  expect(findingsOf(sdistComplete, given)).toEqual([]);
});

it.each([
  ['setuptools.build_meta', 'in a new MANIFEST.in: graft tests'],
  ['flit_core.buildapi', '[tool.flit.sdist] include = ["tests/"]'],
  ['poetry.core.masonry.api', '[tool.poetry] include = [{ path = "tests", format = "sdist" }]'],
  ['pdm.backend', '[tool.pdm.build] source-includes = ["tests"]'],
  ['uv_build', '[tool.uv.build-backend] source-include = ["tests/**"]'],
])('mends it by the setting of %s', (backend, remedy) => {
  expect(outcomeOf(sdistComplete, facts(['tests/a.py'], [], {}, backend))).toMatchObject({
    findings: [{ remedy }],
  });
});

it('needs git', () => {
  const given = { ...facts(OWN, OWN), tracked: notApplicable('there is no git repository') };
  expect(outcomeOf(sdistComplete, given)).toMatchObject({ because: 'not-applicable' });
});
