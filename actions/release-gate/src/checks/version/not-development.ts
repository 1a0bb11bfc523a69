import { fail, pass } from '@pymaint/core';
import { finalOf, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { isReleasing } from '../../judging/origin.ts';

/** A `.dev` version stands for work that goes on; releasing one is legal, and seldom meant. */
export const notDevelopment = check({
  id: 'version/not-development',
  summary: 'The version is no development release',
  reads: ['candidate'],
  needs: ['version/valid'],
  judge: ({ candidate }) => {
    const { text } = candidate.value;
    const version = parseVersion(text);
    if (version?.dev === undefined) return pass(text);
    const final = version.pre === undefined ? finalOf(version) : text.replace(/[._-]?dev\d*$/i, '');
    return fail({
      level: isReleasing(candidate.value) ? 'warning' : 'notice',
      message: `Unexpected development version \`${text}\`, expected the version that it leads to, such as \`${final}\``,
      place: candidate.place,
      remedy: `declare \`${final}\`, or ask for it before that: --version ${final}`,
    });
  },
});
