import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { unique } from './unique.ts';

const text = (...versions: readonly string[]) =>
  versions.map((it) => `## ${it}\n\n- A change.\n\n`).join('');

it('takes versions that differ', () => {
  expect(findingsOf(unique, someLog(text('1.1', '1.0.post1', '1.0', '1.0rc1')))).toEqual([]);
});

it.each(['1.1', '1.1.0', 'v1.1'])('reports %s as the second entry for 1.1', (again) => {
  const [found] = findingsOf(unique, someLog(text('1.1', again, '1.0')));
  expect(found).toBe(
    `error CHANGELOG.md:5:1 Unexpected second entry for \`${again.replace('v', '')}\`, expected one`,
  );
});

it('only notices it where it is old', () => {
  const found = findingsOf(unique, someLog(text('1.5', '1.4', '1.3', '1.2', '1.1', '1.1')));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^notice /);
});
