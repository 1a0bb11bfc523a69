import { failIf, groupBy, listed, type Problem } from '@pymaint/core';
import { sameName, sameVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';
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
    const both = [sdist, wheel];
    // The wheel is built from the sdist: what both say is said once.
    const names = groupBy(both, (one) => metadataValue(one, 'Name'));
    const versions = groupBy(both, (one) => metadataValue(one, 'Version'));
    const problems: Problem[] = [];
    for (const [found, files] of names) {
      if (!name.known || sameName(found, name.value)) continue;
      problems.push({
        message: `Unexpected name \`${found}\` in ${filenames(files)}, expected \`${name.value}\``,
        place: name.place,
        remedy: 'let the build backend take the name from here',
      });
    }
    for (const [version, files] of versions) {
      if (!candidate.known || sameVersion(version, candidate.value.text)) continue;
      problems.push({
        message: `Unexpected version \`${version}\` in ${filenames(files)}, expected \`${candidate.value.text}\` ${originWords(candidate.value.from)}`,
        place: candidate.place,
        remedy:
          project.value.versionSource.kind === 'vcs'
            ? 'tag the commit, commit what has changed, and fetch the whole history (git fetch --unshallow --tags)'
            : `declare \`${candidate.value.text}\` where the build backend reads it, and commit that`,
        data: { files: files.map(({ filename }) => filename), version },
      });
    }
    return failIf(problems, `${metadataValue(wheel, 'Name')} ${metadataValue(wheel, 'Version')}`);
  },
});

const filenames = (files: readonly Distribution[]): string =>
  listed(files.map(({ filename }) => filename));
