import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { toctrees } from './toctrees.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(toctrees, {
      'docs/index.rst': 'Docs\n====\n\n.. toctree::\n\n   a\n',
      'docs/a.rst': 'A\n=\n',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(toctrees, {
    'docs/index.rst': 'Docs\n====\n\n.. toctree::\n\n   nowhere\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:6:4 Unexpected /u);
  expect(others).toEqual([]);
});
