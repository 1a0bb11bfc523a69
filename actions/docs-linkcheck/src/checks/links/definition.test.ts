import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { definition } from './definition.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(definition, { 'README.md': '[a][bc] [d]\n\n[bc]: https://e.invalid/\n' }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(definition, { 'README.md': 'x [a][bc]' });
  expect(first).toMatch(/^error README\.md:1:7 Unexpected link `bc`, expected a definition/u);
  expect(others).toEqual([]);
});
