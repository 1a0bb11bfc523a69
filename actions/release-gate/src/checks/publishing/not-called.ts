import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { isOnlyCalled } from '../../judging/workflows/called.ts';

/** PyPI holds a trusted publisher's workflow file against the one that was started, not the one that it calls. */
export const notCalled = check({
  id: 'publishing/not-called',
  summary: 'No reusable workflow publishes as a trusted publisher',
  // In one repository and without attestations it has worked, though PyPI does not support it.
  level: 'warning',
  reads: ['publishing'],
  judge: ({ publishing }) =>
    failIf(
      publishing.value.flatMap(({ workflow, job, bare, by, index, place }) => {
        const [event] = workflow.events;
        const trusted = bare && (by === 'pypi-publish' || job.idToken.kind === 'granted');
        return trusted && index === 'pypi' && event !== undefined && isOnlyCalled(workflow)
          ? [
              {
                message: `Unexpected upload in the reusable workflow \`${workflow.path}\`, expected it in the workflow that calls it, since PyPI does not support trusted publishing from reusable ones`,
                place,
                related: [{ message: 'called from other workflows', place: event.place }],
                remedy:
                  'build in the reusable workflow, and upload in a job of the workflow that calls it',
              },
            ]
          : [];
      }),
    ),
});
