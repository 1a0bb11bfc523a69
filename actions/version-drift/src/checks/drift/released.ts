import { count, failIf, skip, type Fact, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Published } from '../../facts.ts';
import { differs, slotProblem } from '../../judging/problem.ts';

/** Documents name the coming version, or the last release. */
export const released = check({
  id: 'drift/released',
  summary: 'Every place of the documents that names a release names the last one',
  level: 'warning',
  reads: ['slots'],
  mayLack: ['releases', 'published', 'target', 'releaseAs'],
  judge: ({ slots, releases, published, target, releaseAs }) => {
    if (!target.known) return skip(target.why);
    const own = slots.value.filter(({ slot, certain }) => slot.policy === 'released' && certain);
    if (own.length === 0) return skip('no document names a release');
    if (!releases.known && !isOut(published))
      return skip(`it is not known what was released last: ${releases.why}`);
    const problems = own.filter(differs).flatMap((judged): readonly Problem[] =>
      judged.expected === undefined
        ? []
        : releaseAs.known
          ? [slotProblem(judged, releaseAs.value, ' to be released')]
          : [
              slotProblem(judged, judged.expected, ', the last release', {
                // A place that is ahead may have been written for a release that is being prepared.
                safe: judged.verdict === 'behind',
              }),
            ],
    );
    return failIf(problems, `${count(own.length, 'place')} in documents`);
  },
});

/** True where the index tells of a release, whatever the tags do. */
const isOut = (published: Fact<Published>): boolean =>
  published.known && published.value.asked && published.value.releases.length > 0;
