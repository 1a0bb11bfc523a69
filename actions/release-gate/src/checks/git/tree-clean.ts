import { count, failIf, fileStart, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Change } from '../../facts.ts';

/** What is released is what is committed. */
export const treeClean = check({
  id: 'git/tree-clean',
  summary: 'Nothing in the working tree differs from the commit',
  reads: ['changes'],
  judge: ({ changes }) => {
    const known = changes.value.filter(({ kind }) => kind !== 'untracked').map(changed);
    const untracked = changes.value.filter(({ kind }) => kind === 'untracked');
    return failIf([...known, ...unknownFiles(untracked)], 'clean');
  },
});

const changed = ({ path, kind }: Change): Problem => ({
  message: `Unexpected ${kind} file \`${path}\`, expected it as it was committed`,
  place: fileStart(path),
  remedy: `git commit or git restore ${path}`,
});

/** Files that git does not know may be the build's own and do no harm: one notice for all of them. */
function unknownFiles(files: readonly Change[]): readonly Problem[] {
  const [first, ...more] = files;
  if (first === undefined) return [];
  const others = more.length === 0 ? '' : ` and ${count(more.length, 'more file')}`;
  return [
    {
      level: 'notice',
      message: `Unexpected file \`${first.path}\`${others} unknown to git, expected every file committed or ignored`,
      place: fileStart(first.path),
      related: more.slice(0, 20).map(({ path }) => ({ message: path, place: fileStart(path) })),
      remedy: 'git add what belongs to the project, and name the rest in .gitignore',
    },
  ];
}
