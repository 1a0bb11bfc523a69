import { expect, it } from 'vitest';
import { findingsOf, someCandidate } from '../../testing.ts';
import { notDevelopment } from './not-development.ts';

it.each(['1.4.0', '1.4.0a1', '1.4.0.post1'])('passes %s', (text) => {
  expect(findingsOf(notDevelopment, { candidate: someCandidate(text) })).toEqual([]);
});

it.each([
  ['1.5.0.dev0', 'declared', 'notice', '1.5.0'],
  ['1.5.0.dev0', 'tag', 'warning', '1.5.0'],
  ['1.5.0a2.dev3', 'option', 'warning', '1.5.0a2'],
] as const)('reports %s that is %s as a %s', (text, from, level, final) => {
  expect(findingsOf(notDevelopment, { candidate: someCandidate(text, { from }) })).toEqual([
    `${level} pyproject.toml:1:1 Unexpected development version \`${text}\`, expected the version that it leads to, such as \`${final}\``,
  ]);
});
