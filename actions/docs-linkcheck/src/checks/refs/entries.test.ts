import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { entries } from './entries.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(entries, {
      'docs/index.rst':
        'Docs\n====\n\n.. glossary::\n\n   wheel\n      A file.\n\nA :term:`wheel`.\n',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(entries, {
    'docs/index.rst': 'Docs\n====\n\nA :term:`wheel`.\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:4:10 Unexpected /u);
  expect(others).toEqual([]);
});
