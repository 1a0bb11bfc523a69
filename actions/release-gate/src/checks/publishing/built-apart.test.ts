import { expect, it } from 'vitest';
import { findingsOf, someWorkflow } from '../../testing.ts';
import { builtApart } from './built-apart.ts';

const job = (...steps: readonly string[]) =>
  someWorkflow(
    `on: push\njobs:\n  build:\n    steps:\n      - run: python -m build\n  pypi:\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
  );
const ACTION = 'uses: pypa/gh-action-pypi-publish@release/v1';

it.each([
  ['a build in another job', [ACTION]],
  ['a build for a test index', ['run: uv build', 'run: uv publish --index testpypi']],
  [
    'a script that only names the tool',
    ['run: pip install build twine', 'run: twine upload dist/*'],
  ],
])('takes %s', (_, steps) => {
  expect(findingsOf(builtApart, job(...steps))).toEqual([]);
});

it.each([
  ['run: python -m build', ACTION, '8:21'],
  ['uses: pypa/cibuildwheel@v3', ACTION, '8:15'],
  ['run: uv build && uv publish', 'run: true', '8:14'],
  ['run: poetry publish --build', 'run: true', '8:14'],
  ['run: flit publish', 'run: true', '8:14'],
])('notices `%s` beside the upload', (first, second, place) => {
  expect(findingsOf(builtApart, job(first, second))).toEqual([
    `notice .github/workflows/release.yml:${place} Unexpected build in the job \`pypi\` that publishes, expected a job of its own, so that build requirements cannot reach the right to publish`,
  ]);
});
