import { count, failIf, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { isCalled } from '../../judging/workflows/called.ts';
import { oncePerPlace } from '../../judging/workflows/once.ts';
import type { Publishing } from '../../judging/workflows/publishing.ts';

/** A step that publishes without any credentials gets the identity token by which PyPI trusts it. */
export const idToken = check({
  id: 'publishing/id-token',
  summary: 'Jobs that publish without a token have the permission `id-token: write`',
  reads: ['publishing'],
  judge: ({ publishing }) => {
    const bare = publishing.value.filter(
      ({ bare, by, index }) =>
        bare &&
        (by === 'pypi-publish' || by === 'uv') &&
        (index === 'pypi' || index === 'testpypi'),
    );
    if (bare.length === 0) return skip('no workflow publishes without a token');
    const problems = bare.flatMap((one) => problemOf(one) ?? []);
    return failIf(oncePerPlace(problems), count(bare.length, 'upload'));
  },
});

function problemOf(one: Publishing): Problem | undefined {
  const { job, place, by, trusted } = one;
  const remedy = `add \`id-token: write\` to the permissions of the job \`${job.id.text}\``;
  if (job.idToken.kind === 'denied')
    return {
      // What `uv publish` may still find elsewhere cannot be seen.
      level: trusted ? 'error' : 'warning',
      message: `Unexpected permissions without \`id-token: write\` for the job \`${job.id.text}\`, which publishes without a token, expected them with it`,
      place: job.idToken.place,
      related: [{ message: 'publishes here', place }],
      remedy,
    };
  // A called workflow takes what its caller gives.
  if (job.idToken.kind !== 'unset' || by !== 'pypi-publish' || isCalled(one.workflow))
    return undefined;
  return {
    level: 'warning',
    message: `Unexpected job \`${job.id.text}\` without permissions, which publishes without a token, expected \`id-token: write\`, since the default permissions never hold it`,
    place: job.id.place,
    related: [{ message: 'publishes here', place }],
    remedy,
  };
}
