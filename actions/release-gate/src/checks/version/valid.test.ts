import { expect, it } from 'vitest';
import { findingsOf, someCandidate } from '../../testing.ts';
import { valid } from './valid.ts';

it.each(['1.4', '1.4.0rc1', '2026.1', '1!2.0', '1.0.post1', '1.0-alpha.1', '1.0+local'])(
  'takes %s',
  (text) => expect(findingsOf(valid, { candidate: someCandidate(text) })).toEqual([]),
);

it.each(['1.4.0-final', 'latest', '1.x', ''])('reports %j', (text) => {
  expect(findingsOf(valid, { candidate: someCandidate(text) })).toEqual([
    `error pyproject.toml:1:1 Unexpected version \`${text}\` of the tag, expected one by PEP 440 such as \`1.4.0\`, \`1.4.0rc1\` or \`1.4.0.post1\``,
  ]);
});
