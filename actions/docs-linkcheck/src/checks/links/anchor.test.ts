import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { anchor } from './anchor.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(anchor, { 'README.md': '# A b\n\n[c](#a-b) [d](e.md#f)', 'e.md': '## F\n' }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(anchor, { 'README.md': '# A b\n\n[c](#a-c)' });
  expect(first).toMatch(
    /^error README\.md:3:6 Unexpected anchor `#a-c`, expected a title or id of `README\.md`; did you mean `#a-b`\?/u,
  );
  expect(others).toEqual([]);
});
