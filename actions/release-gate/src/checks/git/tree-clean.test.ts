import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Change } from '../../facts.ts';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { treeClean } from './tree-clean.ts';

const changes = (...list: readonly Change[]) => ({ changes: known(list, fileStart('.')) });

it('passes on a clean tree', () => {
  expect(outcomeOf(treeClean, changes())).toEqual({ status: 'pass', found: 'clean' });
});

it.each(['modified', 'added', 'deleted', 'renamed', 'conflicted'] as const)(
  'reports a %s file at its own place',
  (kind) => {
    expect(findingsOf(treeClean, changes({ path: 'src/a.py', kind }))).toEqual([
      `error src/a.py:1:1 Unexpected ${kind} file \`src/a.py\`, expected it as it was committed`,
    ]);
  },
);

it('says once, and only as a notice, that files are unknown to git', () => {
  const found = findingsOf(
    treeClean,
    changes({ path: 'a.txt', kind: 'untracked' }, { path: 'b.txt', kind: 'untracked' }),
  );
  expect(found).toEqual([
    'notice a.txt:1:1 Unexpected file `a.txt` and 1 more file unknown to git, expected every file committed or ignored',
  ]);
});
