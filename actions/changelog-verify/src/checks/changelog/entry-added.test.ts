import { applyEdits } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { findingsOf, outcomeOf, someChange, someFragments, someLog } from '../../testing.ts';
import type { Change } from '../../facts.ts';
import { entryAdded } from './entry-added.ts';

const BEFORE = '## Unreleased\n\n* X\n\n## 1.0 - 2024-05-01\n\n* A\n';
const facts = (after: string, changes: Partial<Change> = {}, before = BEFORE) => ({
  ...someLog(after),
  ...someChange(before, changes),
});
const modified = (path: string) => ({ path, kind: 'modified' as const });
const added = (path: string) => ({ path, kind: 'added' as const });

it('finds the new entry', () => {
  expect(outcomeOf(entryAdded, facts(BEFORE.replace('* X\n', '* X\n* Y\n')))).toEqual({
    status: 'pass',
    found: 'CHANGELOG.md:4:1',
  });
});

it('says what to add, where, in the file’s own form, and a fix adds it', () => {
  const outcome = outcomeOf(entryAdded, facts(BEFORE));
  const [finding] = outcome.status === 'fail' ? outcome.findings : [];
  expect(finding?.message).toBe(
    'Unexpected pull request without an entry in the changelog, expected one in its unreleased part',
  );
  expect(finding?.remedy).toBe('add at CHANGELOG.md:3:4:\n* Make it faster (#12)');
  expect(applyEdits(BEFORE, finding?.fix?.edits ?? []).text).toBe(
    BEFORE.replace('* X\n', '* X\n* Make it faster (#12)\n'),
  );
});

it('does not take an entry under a released version for one', () => {
  expect(findingsOf(entryAdded, facts(BEFORE.replace('* A', '* A\n* Y')))).toHaveLength(1);
});

describe('a pull request that needs none', () => {
  it.each([
    ['of a bot', { byBot: true, author: 'dependabot[bot]' }, 'is a bot'],
    ['with a label', { labels: ['Skip-Changelog'] }, 'the label'],
    [
      'of tests',
      { files: [modified('tests/test_a.py'), modified('src/a/tests/b.py')] },
      'only tests',
    ],
    [
      'of the documentation',
      { files: [modified('docs/index.md'), modified('README.md')] },
      'only tests',
    ],
    ['of CI', { files: [added('.github/workflows/ci.yml')] }, 'only tests'],
    ['of nothing here', { files: [] }, 'nothing is changed'],
  ])('is one %s', (_, changes, why) => {
    const outcome = outcomeOf(entryAdded, facts(BEFORE, changes));
    expect(outcome.status === 'skip' && outcome.reason).toContain(why);
  });

  it('is the release itself', () => {
    const released = BEFORE.replace('## Unreleased\n', '## Unreleased\n\n## 1.1 - 2024-06-01\n');
    expect(outcomeOf(entryAdded, facts(released))).toMatchObject({
      status: 'skip',
      reason: 'this change is the release',
    });
  });

  it('is one of a project that writes its changelog at the release, unless asked for', () => {
    const log = '## 1.0 - 2024-05-01\n\n* A\n';
    expect(outcomeOf(entryAdded, facts(log, {}, log)).status).toBe('skip');
    const always = { ...facts(log, {}, log), ...someLog(log, { 'require-entry': 'always' }) };
    expect(findingsOf(entryAdded, always)).toHaveLength(1);
  });
});

describe('with fragments', () => {
  const fragments = someFragments({ 'changes/12.feature.rst': 'Words.' });

  it.each([
    ['one that is added', [added('src/a.py'), added('changes/12.feature.rst')], 'pass'],
    ['one that is edited', [modified('src/a.py'), modified('changes/12.feature.rst')], 'pass'],
    ['none', [modified('src/a.py')], 'fail'],
    [
      'a release that takes them away',
      [modified('NEWS.rst'), { path: 'changes/11.feature.rst', kind: 'deleted' as const }],
      'skip',
    ],
  ])('takes %s for what it is', (_, files, status) => {
    expect(outcomeOf(entryAdded, { ...facts(BEFORE, { files }), ...fragments }).status).toBe(
      status,
    );
  });

  it('names the file to write', () => {
    const outcome = outcomeOf(entryAdded, { ...facts(BEFORE), ...fragments });
    const [finding] = outcome.status === 'fail' ? outcome.findings : [];
    expect(finding?.remedy).toContain('`changes/12.bugfix.rst`');
  });
});
