import { expect, it } from 'vitest';
import { findingsOf, PYPROJECT, someFacts } from '../../testing.ts';
import { doubtful } from './doubtful.ts';

const README = {
  'README.md': 'pip install "attrsx==1.2"\npip install attrsx==1.3.0 x==9\n',
};

it('gives at most a notice, and a fix that is not made unasked', () => {
  expect(findingsOf(doubtful, someFacts(README, { tags: ['1.3.0'] }))).toEqual([
    'notice README.md:1:22 Unexpected `1.2` in the version in an install line, expected `1.3.0`, the last release, if it is this project’s →? 1.3.0',
  ]);
});

it('says nothing of documents where tags do not tell what was released', () => {
  expect(findingsOf(doubtful, someFacts(README))).toEqual([]);
});

it('is all that is said where the version is made of tags', () => {
  const files = {
    'pyproject.toml': `[build-system]
requires = ["setuptools", "setuptools-scm"]
build-backend = "setuptools.build_meta"
[project]
name = "attrsx"
dynamic = ["version"]
[tool.setuptools_scm]
`,
    'src/attrsx/__init__.py': '__version__ = "1.2.0"\n',
  };
  expect(findingsOf(doubtful, someFacts(files, { tags: ['1.3.0'] }))).toEqual([
    'notice src/attrsx/__init__.py:1:16 Unexpected `1.2.0` in `__version__` of src/attrsx/__init__.py, expected `1.3.0` as tagged last, if it is this project’s →? 1.3.0',
  ]);
});

it('looks at where a bumping tool starts', () => {
  const pyproject = `${PYPROJECT}[tool.bumpversion]\ncurrent_version = "1.2.0"\n`;
  expect(findingsOf(doubtful, someFacts({ 'pyproject.toml': pyproject }))).toEqual([
    'notice pyproject.toml:6:20 Unexpected `1.2.0` in `tool.bumpversion.current_version`, expected `1.4.0` as declared at pyproject.toml:3:12, if it is this project’s →? 1.4.0',
  ]);
});
