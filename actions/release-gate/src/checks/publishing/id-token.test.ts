import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someWorkflow } from '../../testing.ts';
import { idToken } from './id-token.ts';

const ACTION = 'uses: pypa/gh-action-pypi-publish@release/v1';
const workflow = (top: string, own: string, step: string, on = 'push') =>
  someWorkflow(`on: ${on}\n${top}\njobs:\n  pypi:\n${own}\n    steps:\n      - ${step}\n`);

it.each([
  ['granted to the job', 'permissions: {}', '    permissions:\n      id-token: write', ACTION],
  ['granted to the workflow', 'permissions: {id-token: write}', '', ACTION],
  ['granted with everything', 'permissions: write-all', '', ACTION],
  ['with a password', 'permissions: {}', '', `${ACTION}\n        with: {password: x}`],
  [
    'for another index',
    'permissions: {}',
    '',
    `${ACTION}\n        with: {repository-url: "https://a.b"}`,
  ],
  ['that an anchor names', 'permissions: *p', '', ACTION],
  ['with settings that an anchor names', 'permissions: {}', '', `${ACTION}\n        with: *w`],
  ['by twine', 'permissions: {}', '', 'run: twine upload dist/*'],
  [
    'by uv, with a token that an earlier step sets',
    'permissions: {}',
    '',
    'run: echo "UV_PUBLISH_TOKEN=$X" >> $GITHUB_ENV\n      - run: uv publish',
  ],
])('takes an upload %s', (_, top, own, step) => {
  expect(findingsOf(idToken, workflow(`x: {p: &p {}, w: &w {}}\n${top}`, own, step))).toEqual([]);
});

it.each([
  ['of the workflow', 'permissions:\n  contents: read', '', 'error', '2:1'],
  ['of the job', 'permissions: write-all', '    permissions: {}', 'error', '5:5'],
  ['that are all to read', 'permissions: read-all', '', 'error', '2:1'],
])('reports permissions %s without it', (_, top, own, level, place) => {
  expect(findingsOf(idToken, workflow(top, own, ACTION))).toEqual([
    `${level} .github/workflows/release.yml:${place} Unexpected permissions without \`id-token: write\` for the job \`pypi\`, which publishes without a token, expected them with it`,
  ]);
});

it('is sure of uv only where it is told to', () => {
  const level = (run: string) =>
    findingsOf(idToken, workflow('permissions: {}', '', `run: ${run}`));
  expect(level('uv publish --trusted-publishing=always')[0]).toMatch(/^error /);
  expect(level('uv publish')[0]).toMatch(/^warning /);
});

it('warns where no permissions are named, unless others call the workflow', () => {
  expect(findingsOf(idToken, workflow('', '', ACTION))).toEqual([
    expect.stringContaining('warning .github/workflows/release.yml:4:3 Unexpected job `pypi`'),
  ]);
  expect(findingsOf(idToken, workflow('', '', ACTION, '[push, workflow_call]'))).toEqual([]);
});

it('is skipped where every upload has a token', () => {
  const given = workflow('', '', `${ACTION}\n        with: {password: x}`);
  expect(outcomeOf(idToken, given)).toMatchObject({ status: 'skip', because: 'not-applicable' });
});
