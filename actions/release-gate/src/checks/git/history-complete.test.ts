import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { History } from '../../facts.ts';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { historyComplete } from './history-complete.ts';

const FROM_GIT = `[build-system]
requires = ["hatchling", "hatch-vcs"]
build-backend = "hatchling.build"
[project]
name = "attrsx"
dynamic = ["version"]
[tool.hatch.version]
source = "vcs"
`;

const facts = (history: History, versionFromGit = true) => ({
  project: versionFromGit ? someProject({ 'pyproject.toml': FROM_GIT }) : someProject(),
  history: known(history, fileStart('.')),
});

it('passes where history and tags are there', () => {
  expect(outcomeOf(historyComplete, facts({ shallow: false, tags: 3 })).status).toBe('pass');
});

it('does not ask for history that the version does not need', () => {
  expect(outcomeOf(historyComplete, facts({ shallow: true, tags: 0 }, false))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it.each([
  [{ shallow: true, tags: 5 }, 'shallow clone, expected the whole history'],
  [{ shallow: false, tags: 0 }, 'clone without tags, expected them'],
] as const)('reports %o', (history, words) => {
  expect(findingsOf(historyComplete, facts(history))).toEqual([
    `error pyproject.toml:1:1 Unexpected ${words} since the version comes from git`,
  ]);
});
