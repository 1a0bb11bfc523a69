import { expect, it } from 'vitest';
import { findingsOf, someWorkflow } from '../../testing.ts';
import { noSkipExisting } from './no-skip-existing.ts';

const step = (text: string) =>
  someWorkflow(`on: push\njobs:\n  pypi:\n    steps:\n      - ${text}\n`);
const ACTION = 'uses: pypa/gh-action-pypi-publish@release/v1';
const TEST = 'repository-url: https://test.pypi.org/legacy/';

it.each([
  ['none', ACTION],
  ['one that is off', `${ACTION}\n        with: {skip-existing: false}`],
  ['one for a test index', `${ACTION}\n        with: {skip-existing: true, ${TEST}}`],
  [
    'one for an index that is computed',
    `${ACTION}\n        with: {skip-existing: true, repository-url: "\${{ inputs.url }}"}`,
  ],
  [
    'one of twine for a test index',
    'run: twine upload --repository testpypi --skip-existing dist/*',
  ],
])('takes %s', (_, text) => {
  expect(findingsOf(noSkipExisting, step(text))).toEqual([]);
});

it.each([
  [`${ACTION}\n        with:\n          skip-existing: true`, '7:26'],
  [`${ACTION}\n        with:\n          skip_existing: 'true'`, '7:27'],
  ['run: |\n          twine upload \\\n            --skip-existing dist/*', '6:11'],
])('notices %j', (text, place) => {
  expect(findingsOf(noSkipExisting, step(text))).toEqual([
    `notice .github/workflows/release.yml:${place} Unexpected \`skip-existing\` for PyPI, expected the upload to stop where a file of this version is there already`,
  ]);
});
