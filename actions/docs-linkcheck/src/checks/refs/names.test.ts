import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { names } from './names.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(names, {
      'docs/index.rst': 'Docs\n====\n\nSee site_.\n\n.. _site: https://example.org\n',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(names, {
    'docs/index.rst': 'Docs\n====\n\nSee site_.\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:4:5 Unexpected /u);
  expect(others).toEqual([]);
});
