import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { isOnlyCalled } from '../../judging/workflows/called.ts';
import type { Publishing } from '../../judging/workflows/publishing.ts';

/** Uploads carry attestations (PEP 740), which say from which repository and workflow a file came. */
export const attestations = check({
  id: 'publishing/attestations',
  summary: 'Uploads to PyPI carry attestations',
  level: 'notice',
  reads: ['publishing'],
  judge: ({ publishing }) => failIf(publishing.value.flatMap((one) => problemOf(one) ?? [])),
});

function problemOf({ by, index, workflow, step, secret }: Publishing): Problem | undefined {
  const setting = step.with.entries.get('attestations')?.value;
  if (by !== 'pypi-publish' || index !== 'pypi' || setting === undefined) return undefined;
  if (setting.text === 'true' && secret !== undefined)
    return {
      message:
        'Unexpected `attestations: true` with `password`, expected trusted publishing, without which there are none',
      place: setting.place,
      related: [{ message: 'the token', place: secret.place }],
      remedy: 'delete `password`, and give the job `id-token: write`',
    };
  // Turned off because nothing else works there: publishing/not-called says so.
  if (setting.text !== 'false' || secret !== undefined || isOnlyCalled(workflow)) return undefined;
  return {
    message:
      'Unexpected `attestations: false`, expected attestations, which say from which commit and workflow a file came',
    place: setting.place,
    remedy: 'delete `attestations: false`',
  };
}
