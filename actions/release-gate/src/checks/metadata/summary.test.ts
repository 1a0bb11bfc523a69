import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { summary } from './summary.ts';

const facts = (lines: string) => ({
  project: someProject({ 'pyproject.toml': `[project]\nname = "attrsx"\n${lines}` }),
});

it.each([
  'description = "Attributes, but more"\nreadme = "README.md"\n',
  'readme = {file = "README", content-type = "text/markdown; charset=UTF-8; variant=CommonMark"}\n',
])('takes %s', (lines) => {
  expect(outcomeOf(summary, facts(lines))).toMatchObject({ status: 'pass' });
});

it('has nothing to say where neither is declared', () => {
  expect(outcomeOf(summary, facts(''))).toMatchObject({ status: 'skip' });
});

it.each([
  [
    'description = """One\ntwo"""\n',
    'warning pyproject.toml:3:18 Unexpected summary of several lines, expected one line',
  ],
  [
    `description = "${'a'.repeat(513)}"\n`,
    'error pyproject.toml:3:16 Unexpected summary of 513 characters, expected at most 512',
  ],
  [
    'readme = {file = "README", content-type = "text/rst"}\n',
    'error pyproject.toml:3:19 Unexpected content type `text/rst` of the description, expected one of `text/markdown`, `text/x-rst` or `text/plain`',
  ],
  [
    'readme = {file = "README", content-type = "text/markdown; variant=gfm"}\n',
    'error pyproject.toml:3:19 Unexpected variant `gfm` of Markdown, expected `GFM` or `CommonMark`',
  ],
  [
    'readme = {file = "README", content-type = "text/x-rst; charset=latin-1"}\n',
    'error pyproject.toml:3:19 Unexpected charset `latin-1` of the description, expected `UTF-8`',
  ],
])('reports %j', (lines, finding) => {
  expect(findingsOf(summary, facts(lines))).toEqual([finding]);
});
