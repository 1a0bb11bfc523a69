import { failIf, type Problem } from '@pymaint/core';
import { isMetadataSince } from '@pymaint/python';
import { check } from '../../check.ts';
import { metadataValue } from '../../judging/metadata.ts';

/** From which release on pypa/gh-action-pypi-publish brings a twine that takes metadata of a version. */
const TAKEN: readonly (readonly [metadata: string, action: string])[] = [
  ['2.5', '1.14.2'],
  ['2.4', '1.12.3'],
];

/** The publishing action that the workflows pin takes the metadata that the build backend writes. */
export const metadataVersion = check({
  id: 'artifact/metadata-version',
  summary: 'The publishing action takes metadata of the version that was built',
  reads: ['build', 'publishing'],
  needs: ['artifact/builds'],
  judge: ({ build, publishing }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { wheel } = build.value;
    const version = metadataValue(wheel, 'Metadata-Version');
    const [, least] = TAKEN.find(([since]) => isMetadataSince(version, since)) ?? [];
    if (least === undefined) return failIf([], version);
    const problems = publishing.value.flatMap(({ by, step, place }): readonly Problem[] => {
      const pinned = /@v(\d+)\.(\d+)\.(\d+)$/.exec(step.uses?.text ?? '')?.slice(1);
      return by === 'pypi-publish' && pinned !== undefined && isBefore(pinned, least.split('.'))
        ? [
            {
              message: `Unexpected release v${pinned.join('.')} of pypa/gh-action-pypi-publish, expected v${least} or later since ${wheel.filename} has metadata of version ${version}`,
              place,
              remedy: `write \`pypa/gh-action-pypi-publish@v${least}\`, or \`release/v1\``,
            },
          ]
        : [];
    });
    return failIf(problems, version);
  },
});

function isBefore(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((part, n) => Number(part) !== Number(b[n]));
  return at >= 0 && Number(a[at]) < Number(b[at]);
}
