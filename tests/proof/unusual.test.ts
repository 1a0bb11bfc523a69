/** Healthy projects whose tests need more than the first place that one would look at: none of them may be told an error. */
import { describe, expect, it } from 'vitest';
import { expected, outcomeOf, type Case } from '../hostile/run-gate.ts';

const PYPROJECT = `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "evenly-made"
version = "1.0"
`;
/** A build that writes a module which stands in no repository, as backends do that make the version of git's tags. */
const SETUP = `from pathlib import Path
from setuptools import setup
from setuptools.command.build_py import build_py

class Build(build_py):
    def run(self):
        super().run()
        Path(self.build_lib, "evenly_made", "_version.py").write_text('version = "1.0"')

setup(cmdclass={"build_py": Build})
`;
const PACKAGE = {
  'setup.py': SETUP,
  'src/evenly_made/__init__.py': '"""\n>>> version\n\'1.0\'\n"""\nfrom ._version import version\n',
};
const TEST =
  'from evenly_made import version\n\ndef test_version():\n    assert version == "1.0"\n';
const FLAGS = ['--checks', 'project,artifact/builds,tests'];

const CASES: readonly Case[] = [
  {
    name: 'a module that the build alone writes, with doctests in the source tree',
    files: {
      ...PACKAGE,
      'pyproject.toml': `${PYPROJECT}\n[tool.pytest.ini_options]\naddopts = "--doctest-modules"\ntestpaths = ["src", "tests"]\n`,
      'tests/test_it.py': TEST,
    },
    flags: FLAGS,
    code: 0,
    words: ['2 tests passed, from the wheel'],
  },
  {
    name: 'plugins that tox alone installs',
    files: {
      ...PACKAGE,
      'pyproject.toml': PYPROJECT,
      'tests/test_it.py': TEST,
      'tox.ini':
        '[testenv]\ndeps = -r needed.txt\ncommands = pytest\n\n[pytest]\naddopts = --cov=evenly_made\n',
      'needed.txt': 'pytest-cov\n',
    },
    flags: FLAGS,
    code: 0,
    words: ['1 test passed, from the wheel'],
  },
  {
    name: 'a module that an extra for users alone brings',
    files: {
      ...PACKAGE,
      'pyproject.toml': `${PYPROJECT}\n[project.optional-dependencies]\nboth = ["six", "toml"]\nolder = ["Six"]\n`,
      'tests/test_it.py': `import six\n${TEST}`,
    },
    flags: FLAGS,
    code: 0,
    words: ['1 test passed, from the wheel in a clean environment with extra `older`'],
  },
  {
    name: 'pytest in an extra that setup.py alone declares, beside what else the tests need',
    files: {
      ...PACKAGE,
      'pyproject.toml': `${PYPROJECT}dynamic = ["optional-dependencies"]\n`,
      'setup.py': SETUP.replace('setup(', 'setup(extras_require={"all": ["pytest", "six"]}, '),
      'tests/test_it.py': `import six\n${TEST}`,
    },
    flags: FLAGS,
    code: 0,
    words: ['1 test passed, from the wheel in a clean environment (pytest)'],
  },
  {
    name: 'a module that is named where nobody looks',
    files: {
      ...PACKAGE,
      'pyproject.toml': PYPROJECT,
      'tests/test_it.py': `import surely_in_no_environment\n${TEST}`,
    },
    flags: FLAGS,
    code: 1,
    words: [
      'Not known: tests/pass.',
      'Unexpected lack of the module `surely_in_no_environment`',
      '1 thing not known',
    ],
  },
  {
    name: 'a plugin that is named where nobody looks',
    files: {
      ...PACKAGE,
      'pyproject.toml': `${PYPROJECT}\n[tool.pytest.ini_options]\naddopts = "--cov=evenly_made"\n`,
      'tests/test_it.py': TEST,
    },
    flags: FLAGS,
    code: 1,
    words: ['Not known: tests/pass.', 'Unexpected options', '1 thing not known'],
  },
];

describe('the gate on a healthy project', () => {
  it.each(CASES)('with $name', async (one) => {
    expect(await outcomeOf(one)).toEqual(expected(one));
  });
});
