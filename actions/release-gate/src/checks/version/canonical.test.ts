import { applyEdits, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someDeclared } from '../../testing.ts';
import { canonical } from './canonical.ts';

it.each(['1.4.0', '1.4.0rc1', '1!2.0.post1'])('passes %s', (text) => {
  expect(findingsOf(canonical, { candidate: someCandidate(text) })).toEqual([]);
});

it('notices another spelling', () => {
  expect(findingsOf(canonical, { candidate: someCandidate('1.2.0-alpha.1') })).toEqual([
    'notice pyproject.toml:1:1 Unexpected version `1.2.0-alpha.1` of the tag, expected its normal form `1.2.0a1`, under which it is published',
  ]);
});

it('mends it where it is declared', () => {
  const declared = someDeclared('8.5.0.dev');
  const candidate = declared.known
    ? known({ text: '8.5.0.dev', from: 'declared', releasedAs: undefined } as const, declared.place)
    : declared;
  const outcome = outcomeOf(canonical, { candidate, declared });
  const edits = outcome.status === 'fail' ? (outcome.findings[0]?.fix?.edits ?? []) : [];
  expect(applyEdits('[project]\nname = "attrsx"\nversion = "8.5.0.dev"\n', edits).text).toBe(
    '[project]\nname = "attrsx"\nversion = "8.5.0.dev0"\n',
  );
});
