import { count, failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { whereAsked } from '../../judging/network.ts';
import type { IndexedRequirement } from '../../network-facts.ts';

/** The index has a version for each requirement that was not yanked. What the index does not know is left alone. */
export const requirementsThere = check({
  id: 'index/requirements-there',
  summary: 'Every requirement can be installed today, by a version that was not yanked',
  reads: ['required'],
  judge: ({ required }) =>
    whereAsked(required.value, (all) =>
      failIf(all.flatMap(problemOf), count(all.length, 'requirement')),
    ),
});

function problemOf({
  text,
  name,
  place,
  installed,
  yanked,
  newest,
}: IndexedRequirement): readonly Problem[] {
  if (installed !== undefined) return [];
  if (yanked !== undefined) {
    const why = yanked.reason === '' ? '' : `: “${yanked.reason}”`;
    return [
      {
        message: `Unexpected requirement \`${text}\`, expected one that allows a version that was not yanked: ${yanked.version.text} was${why}`,
        place,
        // An exact pin still installs, with a warning (PEP 592).
        level: 'warning',
        remedy: 'widen the range',
      },
    ];
  }
  return [
    {
      message: `Unexpected requirement \`${text}\`, expected a range that holds some version of ${name}${newest === undefined ? '' : `; the newest is ${newest.text}`}`,
      place,
      remedy: 'mend the range',
    },
  ];
}
