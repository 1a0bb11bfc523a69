import { count, failIf, skip, type Fact, type Problem, type Verdict } from '@pymaint/core';
import type { Version } from '@pymaint/python';
import type { JudgedSlot, Target } from '../facts.ts';
import { differs, originWords, slotProblem } from './problem.ts';

/**
 * Whether every place of the package holds the version that is being built: what `drift/current` says, and what the
 * release gate says of it, in the same words.
 */
export function currentVerdict(
  slots: readonly JudgedSlot[],
  target: Fact<Target>,
  releaseAs?: Version,
): Verdict {
  if (!target.known) return skip(target.why);
  const own = slots.filter(({ slot, certain }) => slot.policy === 'current' && certain);
  const version = releaseAs ?? target.value.version;
  const why = releaseAs === undefined ? originWords(target) : ' to be released';
  const problems = own.filter(differs).map((judged): Problem => ({
    ...slotProblem(judged, version, why),
    ...(target.value.from === 'declared' &&
      releaseAs === undefined && {
        related: [{ message: `declared as \`${version.text}\``, place: target.place }],
      }),
  }));
  return failIf(problems, count(own.length, 'place'));
}
