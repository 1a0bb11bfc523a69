import { expect, it } from 'vitest';
import { findingsOf, someWorkflow } from '../../testing.ts';
import { attestations } from './attestations.ts';

const given = (settings: string, events = 'push') =>
  someWorkflow(
    `on: ${events}\njobs:\n  pypi:\n    steps:\n      - uses: pypa/gh-action-pypi-publish@release/v1\n        with: {${settings}}\n`,
  );
const PASSWORD = 'password: "${{ secrets.T }}"';

it.each([
  ['nothing said', 'verbose: true', 'push'],
  ['off with a token, which gives none', `attestations: false, ${PASSWORD}`, 'push'],
  [
    'off for a test index',
    'attestations: false, repository-url: "https://test.pypi.org/legacy/"',
    'push',
  ],
  ['off in a reusable workflow', 'attestations: false', 'workflow_call'],
  ['on', 'attestations: true', 'push'],
])('takes %s', (_, settings, events) => {
  expect(findingsOf(attestations, given(settings, events))).toEqual([]);
});

it('notices that they are turned off', () => {
  expect(findingsOf(attestations, given('attestations: false'))).toEqual([
    'notice .github/workflows/release.yml:6:30 Unexpected `attestations: false`, expected attestations, which say from which commit and workflow a file came',
  ]);
});

it('notices that a token leaves none', () => {
  expect(findingsOf(attestations, given(`attestations: true, ${PASSWORD}`))).toEqual([
    'notice .github/workflows/release.yml:6:30 Unexpected `attestations: true` with `password`, expected trusted publishing, without which there are none',
  ]);
});
