import { failIf, fileStart } from '@pymaint/core';
import { check } from '../../check.ts';

/** A fragment says something, unless its type is listed by issue alone. */
export const notEmpty = check({
  id: 'fragments/not-empty',
  summary: 'Each fragment says what has changed',
  level: 'warning',
  reads: ['fragments', 'scheme'],
  judge: ({ fragments, scheme }) => {
    const silent = new Set(
      scheme.value.types.filter(({ showsContent }) => !showsContent).map(({ id }) => id),
    );
    return failIf(
      fragments.value
        .filter(
          ({ state, empty, type }) => state === 'fragment' && empty && !silent.has(type ?? ''),
        )
        .map(({ path }) => ({
          message: `Unexpected empty fragment \`${path}\`, expected what has changed`,
          place: fileStart(path),
          remedy: 'write what has changed for users',
        })),
    );
  },
});
