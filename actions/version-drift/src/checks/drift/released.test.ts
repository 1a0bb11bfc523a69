import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFacts } from '../../testing.ts';
import { released } from './released.ts';

const citation = (text: string) => ({ 'CITATION.cff': `cff-version: 1.2.0\nversion: ${text}\n` });

it.each<[string, string, string[]]>([
  ['the coming version', '1.4.0', ['1.3.0']],
  ['the last release', '1.3.0', ['1.3.0', '1.2.0']],
  ['a pre-release that was tagged', '1.4.0rc1', ['1.4.0rc1', '1.3.0']],
  ['the newest release, seen from an older series', '2.0', ['2.0', '1.3.0']],
])('takes %s', (_, text, tags) => {
  expect(findingsOf(released, someFacts(citation(text), { tags }))).toEqual([]);
});

it('reports an older release, and writes the last one', () => {
  const facts = someFacts(citation('1.2.0'), { tags: ['2.0', '1.3.0', '1.2.0'] });
  expect(findingsOf(released, facts)).toEqual([
    'warning CITATION.cff:2:10 Unexpected `1.2.0` in `version` of CITATION.cff, expected `1.3.0`, the last release → 1.3.0',
  ]);
});

it('does not write back what is ahead without being asked', () => {
  const facts = someFacts(citation('1.6.0'), { tags: ['1.3.0'] });
  expect(findingsOf(released, facts)).toEqual([
    'warning CITATION.cff:2:10 Unexpected `1.6.0` in `version` of CITATION.cff, expected `1.3.0`, the last release →? 1.3.0',
  ]);
});

it('says nothing where tags do not tell what was released', () => {
  expect(outcomeOf(released, someFacts(citation('1.2.0')))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
