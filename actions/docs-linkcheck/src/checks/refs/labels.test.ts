import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { labels } from './labels.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(labels, {
      'docs/index.rst': 'Docs\n====\n\n.. _here:\n\nHere\n----\n\nSee :ref:`here`.\n',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(labels, {
    'docs/index.rst': 'Docs\n====\n\nSee :ref:`nowhere`.\n',
  });
  expect(first).toMatch(/^error docs\/index\.rst:4:11 Unexpected /u);
  expect(others).toEqual([]);
});
