import { fail, pass } from '@pymaint/core';
import { parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { originWords } from '../../judging/origin.ts';

/** PEP 440 can read the version: the index refuses any other. */
export const valid = check({
  id: 'version/valid',
  summary: 'The version is one by PEP 440',
  reads: ['candidate'],
  judge: ({ candidate }) => {
    const { text, from } = candidate.value;
    if (parseVersion(text) !== undefined) return pass(text);
    return fail({
      message: `Unexpected version \`${text}\` ${originWords(from)}, expected one by PEP 440 such as \`1.4.0\`, \`1.4.0rc1\` or \`1.4.0.post1\``,
      place: candidate.place,
      remedy: 'write it as numbers with dots, and a pre-release as a1, b1 or rc1',
    });
  },
});
