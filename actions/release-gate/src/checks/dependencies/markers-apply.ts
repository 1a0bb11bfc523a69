import { failIf, skip } from '@pymaint/core';
import { allowedMinors, markerHolds } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** A requirement whose marker excludes every supported Python is what an older requires-python left behind. */
export const markersApply = check({
  id: 'dependencies/markers-apply',
  summary: 'Every requirement applies to some supported Python',
  level: 'notice',
  reads: ['project'],
  judge: ({ project }) => {
    const { requiresPython } = project.value;
    if (!requiresPython.known) return skip('requires-python is not declared');
    const minors = allowedMinors(requiresPython.value) ?? [];
    if (minors.length === 0) return skip('requires-python cannot be read');
    return failIf(
      requirementsOf(project.value).flatMap(({ entry, of, requirement }) => {
        const marker = requirement?.marker;
        return marker !== undefined && minors.every((minor) => markerHolds(marker, minor) === false)
          ? [
              {
                message: `Unexpected requirement \`${entry.text}\` in ${of}, expected one for a Python that requires-python \`${requiresPython.value}\` allows`,
                place: entry.place,
                related: [{ message: 'requires-python', place: requiresPython.place }],
                remedy: 'delete it: it is never installed',
              },
            ]
          : [];
      }),
    );
  },
});
