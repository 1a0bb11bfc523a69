import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { noDirectUrls } from './no-direct-urls.ts';

const facts = (more: string) => ({
  project: someProject({ 'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n${more}` }),
});
const URL = 'b @ git+https://example.org/b';

it.each([
  ['dependencies', `dependencies = ["${URL}"]\n`, 4],
  ['extra `x`', `[project.optional-dependencies]\nx = ["${URL}"]\n`, 5],
])('reports an address in %s', (of, more, line) => {
  const [found] = findingsOf(noDirectUrls, facts(more));
  expect(found).toContain(`error pyproject.toml:${line}:`);
  expect(found).toContain(
    `Unexpected address \`git+https://example.org/b\` for \`b\` in ${of}, expected a version`,
  );
});

it('lets a dependency group name one, which is not published', () => {
  expect(findingsOf(noDirectUrls, facts(`[dependency-groups]\nx = ["${URL}"]\n`))).toEqual([]);
});
