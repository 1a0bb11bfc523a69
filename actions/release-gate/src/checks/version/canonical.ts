import { fail, pass, type Range } from '@pymaint/core';
import { canonicalVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { originWords } from '../../judging/origin.ts';

/** The version is written as the index will show it. Another spelling means the same, so this is only a notice. */
export const canonical = check({
  id: 'version/canonical',
  summary: 'The version is written in its normal form',
  level: 'notice',
  reads: ['candidate'],
  mayLack: ['declared'],
  needs: ['version/valid'],
  judge: ({ candidate, declared }) => {
    const { text, from } = candidate.value;
    const wanted = canonicalVersion(text);
    if (wanted === undefined || wanted === text) return pass(text);
    const plain = from === 'declared' && declared.known && declared.value.form === 'text';
    return fail({
      message: `Unexpected version \`${text}\` ${originWords(from)}, expected its normal form \`${wanted}\`, under which it is published`,
      place: candidate.place,
      remedy: `write \`${wanted}\``,
      ...(plain && {
        fix: {
          title: `Write ${wanted}`,
          edits: [{ range: candidate.place as Range, oldText: text, newText: wanted }],
        },
      }),
    });
  },
});
