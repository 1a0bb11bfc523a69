import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { documents } from './documents.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(documents, { 'docs/index.rst': 'Docs\n====\n\nSee :doc:`index`.\n' }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(documents, {
    'docs/index.rst': 'Docs\n====\n\nSee :doc:`nowhere`.\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:4:11 Unexpected /u);
  expect(others).toEqual([]);
});
