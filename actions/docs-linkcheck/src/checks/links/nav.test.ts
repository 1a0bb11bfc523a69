import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { nav } from './nav.ts';

const SITE = {
  'mkdocs.yml': 'site_name: x\nnav:\n  - A: index.md\n  - b.md\n',
  'docs/index.md': '# A\n',
};

it('passes what leads somewhere', async () => {
  expect(await findingsOf(nav, { ...SITE, 'docs/b.md': '# B\n' })).toEqual([]);
});

it('reports what does not, at its place', async () => {
  expect(await findingsOf(nav, { ...SITE, 'docs/c.md': '# C\n' })).toEqual([
    expect.stringMatching(
      /^error mkdocs\.yml:4:5 Unexpected entry `b\.md`, expected a page of `docs`/u,
    ),
    expect.stringMatching(/^notice docs\/c\.md:1:1 Unexpected page `c\.md` that is in no nav/u),
  ]);
});
