import { expect, it } from 'vitest';
import { findingsOf, someWorkflow } from '../../testing.ts';
import { notCalled } from './not-called.ts';

const on = (events: string, step: string) =>
  someWorkflow(
    `on: ${events}\npermissions: {id-token: write}\njobs:\n  pypi:\n    steps:\n      - ${step}\n`,
  );
const ACTION = 'uses: pypa/gh-action-pypi-publish@release/v1';

it.each([
  ['a workflow that runs by itself', '{release: {types: [published]}}', ACTION],
  ['one that runs by itself as well', '[push, workflow_call]', ACTION],
  ['a token', 'workflow_call', `${ACTION}\n        with: {password: x}`],
  [
    'a test index',
    'workflow_call',
    `${ACTION}\n        with: {repository-url: "https://test.pypi.org/legacy/"}`,
  ],
  [
    'an index that is an input',
    'workflow_call',
    `${ACTION}\n        with: {repository-url: "\${{ inputs.url }}"}`,
  ],
])('takes %s', (_, events, step) => {
  expect(findingsOf(notCalled, on(events, step))).toEqual([]);
});

it.each([
  ['workflow_call', ACTION, '6:15'],
  ['{workflow_call: {inputs: {}}}', ACTION, '6:15'],
  ['[workflow_call]', 'run: uv publish', '6:14'],
])('warns of an upload where `on` is %s', (events, step, place) => {
  expect(findingsOf(notCalled, on(events, step))).toEqual([
    expect.stringContaining(
      `warning .github/workflows/release.yml:${place} Unexpected upload in the reusable workflow`,
    ),
  ]);
});
