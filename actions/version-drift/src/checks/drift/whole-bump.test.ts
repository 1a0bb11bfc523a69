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

it('writes today beside the new version, and bumps what holds the outgoing one for sure', () => {
  const files = {
    'CITATION.cff': 'cff-version: 1.2.0\nversion: 1.4.0\ndate-released: 2025-01-01\n',
    'README.md':
      '![v](https://img.shields.io/badge/version-1.4.0-blue) ![old](https://img.shields.io/badge/version-1.2.0-blue)\n',
    'SECURITY.md': '| Version | Supported |\n|---|---|\n| 1.4.x | yes |\n',
  };
  const lines = findingsOf(wholeBump, someFacts(files, { tags: ['1.4.0'], releaseAs: '1.5.0' }));
  expect(lines.map((line) => line.replace(/ Unexpected .* → /, ' → '))).toEqual([
    'notice CITATION.cff:2:10 → 1.5.0',
    'notice README.md:1:43 → 1.5.0',
    'notice pyproject.toml:3:12 → 1.5.0',
    'notice CITATION.cff:3:16 → 2026-11-24',
  ]);
});
