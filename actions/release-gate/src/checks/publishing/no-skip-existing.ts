import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';

/** A version that PyPI has already stops the upload, rather than passing for a release. */
export const noSkipExisting = check({
  id: 'publishing/no-skip-existing',
  summary: 'No upload to PyPI passes over files that are there already',
  level: 'notice',
  reads: ['publishing'],
  judge: ({ publishing }) =>
    failIf(
      publishing.value.flatMap(({ skipExisting, index, by }) =>
        // Where every commit is uploaded to a test index, its own version may well be there.
        skipExisting === undefined || index !== 'pypi'
          ? []
          : [
              {
                message:
                  'Unexpected `skip-existing` for PyPI, expected the upload to stop where a file of this version is there already',
                place: skipExisting,
                remedy: `delete \`${by === 'pypi-publish' ? 'skip-existing' : '--skip-existing'}\`: a version that was not raised then fails, and what was uploaded in part shows`,
              },
            ],
      ),
    ),
});
