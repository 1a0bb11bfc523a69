import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { relativeFile } from './relative-file.ts';

it('passes what leads somewhere', async () => {
  expect(
    await findingsOf(relativeFile, {
      'README.md': '[a](docs/b.md) ![c](d.png)',
      'docs/b.md': 'b\n',
      'd.png': '',
    }),
  ).toEqual([]);
});

it('reports what does not, at its place', async () => {
  const [first, ...others] = await findingsOf(relativeFile, { 'README.md': 'x\n[a](docs/c.md)' });
  expect(first).toMatch(
    /^error README\.md:2:5 Unexpected link `docs\/c\.md`, expected a file that exists/u,
  );
  expect(others).toEqual([]);
});
