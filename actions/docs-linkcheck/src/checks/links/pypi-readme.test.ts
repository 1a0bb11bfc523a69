import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { pypiReadme } from './pypi-readme.ts';

const project = (more: string): string => `[project]\nname = "x"\nversion = "1"\n${more}\n`;
const TEXT = '# X\n\n![a](a.png) [b](docs/b.md) [c](docs/c.md) [d](#x) [e](https://f.invalid)\n';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(pypiReadme, {
      'pyproject.toml': project('readme = "README.md"'),
      'README.md': '# X\n\n[a](https://b.invalid) [c](#x) `[d](e.md)` [f](url)\n',
    }),
  ).toEqual([]);
});

it('reports what does not, each kind once, at the first place', async () => {
  expect(
    await findingsOf(pypiReadme, {
      'pyproject.toml': project('readme = "README.md"'),
      'README.md': TEXT,
    }),
  ).toEqual([
    expect.stringMatching(/^warning README\.md:3:6 Unexpected relative image `a\.png`, expected/u),
    expect.stringMatching(
      /^warning README\.md:3:17 Unexpected relative link `docs\/b\.md` and 1 more/u,
    ),
  ]);
});

it.each([
  ['is made while the distribution is built', 'dynamic = ["readme"]'],
  ['is not published', 'readme = "README.md"\nclassifiers = ["Private :: Do Not Upload"]'],
  ['is plain text', 'readme = { file = "README.md", content-type = "text/plain" }'],
])('leaves alone what %s', async (_, more) => {
  expect(
    await findingsOf(pypiReadme, { 'pyproject.toml': project(more), 'README.md': TEXT }),
  ).toEqual([]);
});
