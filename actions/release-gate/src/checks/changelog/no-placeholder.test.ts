import { expect, it } from 'vitest';
import { findingsOf, someChangelog } from '../../testing.ts';
import { noPlaceholder } from './no-placeholder.ts';

const facts = (entry: string) => someChangelog(`## 1.4.0 - 2026-11-20\n\n- ${entry}\n`, '1.4.0');

it.each([
  'Nothing is cached any more.',
  'TODO comments are kept.',
  'None is taken for 0.',
  'The option `--sub-issue` for more fragments.',
])('takes %j for an entry', (entry) => expect(findingsOf(noPlaceholder, facts(entry))).toEqual([]));

it.each([
  'Nothing changed yet.',
  'TBD',
  '(nothing yet)',
  '\\[Short description of the change\\]',
  'TODO',
  '...',
])('reports %j', (entry) => {
  const [found] = findingsOf(noPlaceholder, facts(entry));
  expect(found).toMatch(/^error CHANGELOG\.md:3:\d Unexpected placeholder `/);
});
