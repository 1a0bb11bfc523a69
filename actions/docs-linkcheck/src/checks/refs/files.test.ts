import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { files } from './files.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(files, {
      'docs/index.rst': 'Docs\n====\n\n.. image:: a.png\n',
      'docs/a.png': 'x',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(files, {
    'docs/index.rst': 'Docs\n====\n\n.. image:: a.png\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:4:12 Unexpected /u);
  expect(others).toEqual([]);
});
