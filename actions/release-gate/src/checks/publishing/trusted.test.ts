import { expect, it } from 'vitest';
import { findingsOf, someWorkflow } from '../../testing.ts';
import { trusted } from './trusted.ts';

const job = (...steps: readonly string[]) =>
  someWorkflow(
    [
      'on: push',
      'jobs:',
      '  pypi:',
      '    steps:',
      ...steps.map((line) => `      ${line}`),
      '',
    ].join('\n'),
  );
const ACTION = '- uses: pypa/gh-action-pypi-publish@release/v1';
const TOKEN = '${{ secrets.PYPI_TOKEN }}';

it.each([
  ['trusted publishing', [ACTION]],
  ['an empty password', [ACTION, '  with:', '    password: ""']],
  [
    'a token that an earlier step mints',
    [ACTION, '  with:', '    password: ${{ steps.mint.outputs.api-token }}'],
  ],
  [
    'another index',
    [
      ACTION,
      '  with:',
      '    repository-url: https://pypi.example.org/simple',
      `    password: ${TOKEN}`,
    ],
  ],
  ['a comment', ['- run: |', '    # twine upload dist/*', '    echo twine upload']],
  ['uv without a token', ['- run: uv publish']],
  [
    'a secret that is for something else',
    ['- run: scripts/publish', '  env:', '    TWINE_PASSWORD: ${{ secrets.DEVPI }}'],
  ],
])('takes %s', (_, steps) => {
  expect(findingsOf(trusted, job(...steps))).toEqual([]);
});

it.each([
  ['the action', [ACTION, '  with:', `    password: ${TOKEN}`], '7:11', 'password'],
  [
    'twine, by the environment of its step',
    ['- env:', `    TWINE_PASSWORD: ${TOKEN}`, '  run: python -m twine upload dist/*'],
    '6:11',
    'TWINE_PASSWORD',
  ],
  [
    'uv by a flag',
    ['- run: |', '    uv build', `    uv publish --token ${TOKEN}`],
    '7:11',
    '--token',
  ],
  [
    'a script that is given a token',
    ['- run: scripts/publish', '  env:', `    TWINE_PASSWORD: ${TOKEN}`],
    '7:11',
    'TWINE_PASSWORD',
  ],
])('notices a stored token in %s', (_, steps, place, name) => {
  expect(findingsOf(trusted, job(...steps))).toEqual([
    `notice .github/workflows/release.yml:${place} Unexpected stored token by \`${name}\`, expected trusted publishing, whose tokens last for minutes`,
  ]);
});

it('warns of a user name, which PyPI has no passwords for', () => {
  const steps = [ACTION, '  with:', '    user: jane', `    password: ${TOKEN}`];
  expect(findingsOf(trusted, job(...steps))).toEqual([
    'warning .github/workflows/release.yml:7:17 Unexpected user `jane`, expected `__token__` or none since PyPI takes no passwords',
  ]);
});

it('tells one variable for several uploads once', () => {
  const steps = [
    '- env:',
    `    TWINE_PASSWORD: ${TOKEN}`,
    '  run: |',
    '    twine upload a',
    '    twine upload b',
  ];
  expect(findingsOf(trusted, job(...steps))).toHaveLength(1);
});
