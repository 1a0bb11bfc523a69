import { failIf, type Problem } from '@pymaint/core';
import { sameName, sameVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { originWords } from '../../judging/origin.ts';
import { metadataValue } from '../../judging/metadata.ts';

/** What was built is what is to be released: the metadata inside say so, not the file's name alone. */
export const nameAndVersion = check({
  id: 'artifact/name-and-version',
  summary: 'The built files bear the project’s name and the version to be released',
  reads: ['build', 'project'],
  mayLack: ['candidate'],
  needs: ['artifact/builds', 'version/valid'],
  judge: ({ build, project, candidate }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const { name } = project.value;
    const problems = [sdist, wheel].flatMap((distribution): readonly Problem[] => {
      const [found, version] = [
        metadataValue(distribution, 'Name'),
        metadataValue(distribution, 'Version'),
      ];
      const place = candidate.known ? candidate.place : project.place;
      return [
        ...(name.known && !sameName(found, name.value)
          ? [
              {
                message: `Unexpected name \`${found}\` in ${distribution.filename}, expected \`${name.value}\``,
                place: name.place,
                remedy: 'let the build backend take the name from here',
              },
            ]
          : []),
        ...(candidate.known && !sameVersion(version, candidate.value.text)
          ? [
              {
                message: `Unexpected version \`${version}\` in ${distribution.filename}, expected \`${candidate.value.text}\` ${originWords(candidate.value.from)}`,
                place,
                remedy:
                  project.value.versionSource.kind === 'vcs'
                    ? 'tag the commit, commit what has changed, and fetch the whole history (git fetch --unshallow --tags)'
                    : `declare \`${candidate.value.text}\` where the build backend reads it, and commit that`,
                data: { file: distribution.filename, version },
              },
            ]
          : []),
      ];
    });
    return failIf(problems, `${metadataValue(wheel, 'Name')} ${metadataValue(wheel, 'Version')}`);
  },
});
