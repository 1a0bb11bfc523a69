import { fail, pass } from '@pymaint/core';
import { parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { originWords } from '../../judging/origin.ts';

/** No local label: the index takes public versions only. */
export const publicVersion = check({
  id: 'version/public',
  summary: 'The version has no local label such as `+dev`',
  reads: ['candidate'],
  needs: ['version/valid'],
  judge: ({ candidate }) => {
    const { text, from } = candidate.value;
    const version = parseVersion(text);
    if (version?.local === undefined) return pass(text);
    return fail({
      message: `Unexpected local label \`+${version.local}\` in the version \`${text}\` ${originWords(from)}, expected none since the index refuses local versions`,
      place: candidate.place,
      remedy: `release \`${version.publicText}\` without the label`,
    });
  },
});
