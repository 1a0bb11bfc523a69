import { failIf, fileStart, skip } from '@pymaint/core';
import { check } from '../../check.ts';

/** A fragment bears the number of the pull request that brings it, where the project wants that. */
export const numbered = check({
  id: 'fragments/numbered',
  summary: 'A new fragment bears the number of its pull request',
  reads: ['fragments', 'change', 'policy'],
  judge: ({ fragments, change, policy }) => {
    if (!policy.value['fragment-number']) return skip('`fragment-number` is not set');
    const { number, files } = change.value;
    if (number === undefined) return skip('this is no pull request');
    const added = new Set(files.filter(({ kind }) => kind === 'added').map(({ path }) => path));
    const own = fragments.value.filter(
      ({ path, state }) => state === 'fragment' && added.has(path),
    );
    if (own.some(({ issue }) => issue === String(number))) return failIf([], String(number));
    return failIf(
      own.map(({ path, issue }) => ({
        message: `Unexpected number \`${issue ?? 'none'}\` of the fragment, expected \`${number}\`, that of the pull request`,
        place: fileStart(path),
        remedy:
          issue === undefined
            ? `begin the file’s name with ${number}`
            : `git mv ${path} ${path.replace(issue, String(number))}`,
      })),
    );
  },
});
