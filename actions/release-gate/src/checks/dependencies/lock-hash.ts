import { doubt, failIf, listed, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';

/** poetry.lock and pdm.lock hold a hash of what they were made for: where it is another, `poetry install` stops. */
export const lockHash = check({
  id: 'dependencies/lock-hash',
  summary: '`poetry.lock` and `pdm.lock` were made of the pyproject.toml that is there',
  level: 'warning',
  reads: ['project', 'hashedLocks'],
  judge: ({ project, hashedLocks }) => {
    const problems = hashedLocks.value.flatMap(({ lock, current }): readonly Problem[] =>
      lock.kind !== 'hashed' || current === true
        ? []
        : [
            {
              message: `Unexpected hash of requirements in ${lock.path}, expected that of pyproject.toml as it is: the lock was made before the last change`,
              place: lock.hash.place,
              related: [{ message: 'made of this file', place: project.place }],
              remedy: `run \`${lock.command}\``,
            },
          ],
    );
    if (problems.length > 0) return failIf(problems);
    const judged = hashedLocks.value.filter(({ current }) => current === true);
    const [left] = hashedLocks.value.flatMap(({ lock }) => (lock.kind === 'left' ? [lock] : []));
    if (left?.doubt === true) return doubt(left.why);
    if (left !== undefined && judged.length === 0) return skip(left.why);
    return failIf([], listed(judged.map(({ lock }) => lock.path)));
  },
});
