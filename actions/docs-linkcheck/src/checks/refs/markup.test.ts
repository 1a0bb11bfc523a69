import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { markup } from './markup.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(markup, {
      'docs/index.rst': 'Docs\n====\n\n.. image:: a.png\n',
      'docs/a.png': 'x',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(markup, {
    'docs/index.rst': 'Docs\n====\n\n.. image: a.png\n',
  });
  expect(first).toMatch(/^warning docs\/index\.rst:4:1 Unexpected /u);
  expect(others).toEqual([]);
});
