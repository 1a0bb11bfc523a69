import { fileStart, known, notApplicable } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Branching } from '../../facts.ts';
import { findingsOf, outcomeOf, someProject, someTag } from '../../testing.ts';
import { onDefaultBranch } from './on-default-branch.ts';

const facts = (changes: Partial<Branching>) => ({
  project: someProject(),
  tag: someTag('v1.2.4'),
  branching: known(
    {
      commit: 'a'.repeat(40),
      defaultBranch: 'main',
      onDefault: false,
      alsoOn: [],
      ...changes,
    },
    fileStart('pyproject.toml'),
  ),
});

it('passes on the default branch', () => {
  expect(outcomeOf(onDefaultBranch, facts({ onDefault: true }))).toMatchObject({ status: 'pass' });
});

it.each([
  '1.2.x',
  'v1.2',
  '8.1.x',
  'release/1.2',
  'release-1.2.x',
  'releases/v1',
  'maintenance/2.5.x',
  'stable',
  'stable/1.2.x',
  'rel_2_0',
  'hotfix/1.2.4',
  'lts-3',
  '2.x-maint',
])('passes on the release branch %s', (branch) => {
  expect(outcomeOf(onDefaultBranch, facts({ alsoOn: ['topic', branch] }))).toMatchObject({
    status: 'pass',
  });
});

it.each(['topic', 'fix-typo', 'relax-pins', 'stability-tests', 'develop'])(
  'reports a tag on %s alone',
  (branch) => {
    expect(findingsOf(onDefaultBranch, facts({ alsoOn: [branch] }))).toEqual([
      `error pyproject.toml:1:1 Unexpected commit \`aaaaaaaaaa\` of tag \`v1.2.4\` on ${branch} only, expected one that is on \`main\``,
    ]);
  },
);

it('is skipped, without doubt, before there is a tag', () => {
  const before = { ...facts({}), tag: notApplicable('there is no tag yet') };
  expect(outcomeOf(onDefaultBranch, before)).toEqual({
    status: 'skip',
    reason: 'there is no tag yet',
    because: 'not-applicable',
  });
});
