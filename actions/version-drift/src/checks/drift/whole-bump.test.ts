import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFacts } from '../../testing.ts';
import { wholeBump } from './whole-bump.ts';

const FILES = {
  'src/attrsx/__init__.py': '__version__ = "1.4.0"\nversion_info = (1, 4, 0)\n',
  'CITATION.cff': 'cff-version: 1.2.0\nversion: v1.4.0\n',
  'docs/a.rst': '.. versionadded:: 1.4.0\n',
};

it('shows the whole bump, in the spelling of each place', () => {
  const arrows = findingsOf(wholeBump, someFacts(FILES, { releaseAs: '1.5.0' })).map((line) =>
    line.replace(/ Unexpected .* → /, ' → '),
  );
  expect(arrows).toEqual([
    'notice CITATION.cff:2:10 → v1.5.0',
    'notice pyproject.toml:3:12 → 1.5.0',
    'notice src/attrsx/__init__.py:1:16 → 1.5.0',
    'notice src/attrsx/__init__.py:2:16 → (1, 5, 0)',
  ]);
});

it('bumps documents of which nobody knows what they should hold', () => {
  const files = { 'CITATION.cff': 'cff-version: 1.2.0\nversion: 1.3.0\n' };
  expect(findingsOf(wholeBump, someFacts(files, { releaseAs: '1.5.0' }))).toHaveLength(2);
});

it('is skipped where no version is named', () => {
  expect(outcomeOf(wholeBump, someFacts(FILES))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});

it('passes where all is done', () => {
  expect(outcomeOf(wholeBump, someFacts(FILES, { releaseAs: '1.4' }))).toEqual({
    status: 'pass',
    found: '4 places',
  });
});
