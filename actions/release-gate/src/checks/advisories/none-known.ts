import { count, failIf, listed, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { keyOf } from '../../gather/network/advisories.ts';
import { whereAsked } from '../../judging/network.ts';
import type { Advisories, IndexedRequirement } from '../../network-facts.ts';

/** No requirement brings a version with a known advisory; where no version is without, nobody here can mend it. */
export const noneKnown = check({
  id: 'advisories/none-known',
  summary: 'What the requirements install today has no known advisory',
  reads: ['required', 'advisories'],
  judge: ({ required, advisories }) =>
    whereAsked(required.value, (all) =>
      whereAsked(advisories.value, (known) =>
        failIf(
          all.flatMap((requirement) => problemOf(requirement, known)),
          `${count(all.length, 'requirement')}, none known`,
        ),
      ),
    ),
});

function problemOf(
  { name, text, place, installed, newest }: IndexedRequirement,
  known: Advisories,
): readonly Problem[] {
  const ids = installed === undefined ? [] : (known.get(keyOf(name, installed)) ?? []);
  if (installed === undefined || ids.length === 0) return [];
  const mended =
    newest !== undefined &&
    keyOf(name, newest) !== keyOf(name, installed) &&
    (known.get(keyOf(name, newest)) ?? []).length === 0
      ? newest
      : undefined;
  return [
    {
      // Where nothing newer is without, only its own maintainers can act.
      level: mended === undefined ? 'warning' : 'error',
      message: `Unexpected requirement \`${text}\`, expected one that installs a version without known advisories: ${installed.text} has ${listed(ids.slice(0, 5).map((id) => `\`${id}\``))}${ids.length > 5 ? ` and ${ids.length - 5} more` : ''}`,
      place,
      remedy:
        mended === undefined
          ? 'look whether it concerns this project, and waive it with a date where it does not'
          : `allow ${mended.text}, which has none`,
      data: { advisories: [...ids] },
    },
  ];
}
