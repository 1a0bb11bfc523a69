import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { urls } from './urls.ts';

const facts = (lines: string) => ({
  project: someProject({
    'pyproject.toml': `[project]\nname = "attrsx"\n[project.urls]\n${lines}`,
  }),
});

it('takes labels and addresses as they are mostly written', () => {
  const given = facts('Homepage = "https://example.org"\n"Q & A" = "HTTP://example.org/a#b"\n');
  expect(outcomeOf(urls, given)).toEqual({ status: 'pass', found: '2 addresses' });
});

it('counts a label by characters', () => {
  expect(findingsOf(urls, facts(`"${'🐍'.repeat(32)}" = "https://example.org"\n`))).toEqual([]);
});

it('reports what the index refuses', () => {
  const given = facts(
    `"${'L'.repeat(33)}" = "https://example.org"\nSource = "git@example.org:a/b.git"\n`,
  );
  expect(findingsOf(urls, given)).toEqual([
    `error pyproject.toml:4:40 Unexpected label \`${'L'.repeat(33)}\` of 33 characters, expected at most 32`,
    'error pyproject.toml:5:11 Unexpected address `git@example.org:a/b.git` of `Source`, expected `https://…`',
  ]);
});
