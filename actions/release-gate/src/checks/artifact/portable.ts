import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';

/** The wheel says nothing of the machine that built it, and unpacks within its folder. */
export const portable = check({
  id: 'artifact/portable',
  summary: 'The built files hold no path of the machine that built them',
  level: 'warning',
  reads: ['build', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const { place } = project;
    return failIf([
      ...[sdist, wheel].flatMap((distribution) =>
        outside(distribution).map((path): Problem => ({
          level: 'error',
          message: `Unexpected path \`${path}\` in ${distribution.filename}, expected one below its top`,
          place,
          remedy: 'correct the build: installers refuse such a file',
        })),
      ),
      ...[sdist, wheel].flatMap(({ marks, filename }) =>
        marks
          // Debugging information of compilers holds such paths, and so does the installer's note of origin.
          .filter(
            ({ kind, path }) =>
              kind === 'build path' && !/\.(?:so|pyd|dll|dylib|a|o|lib)$/.test(path),
          )
          .map(({ path, line }): Problem => ({
            message: `Unexpected path of the folder that was built in at line ${line} of \`${path}\` in ${filename}, expected none since it is nowhere else`,
            place,
            remedy: 'find out what writes it while the package is built',
          })),
      ),
    ]);
  },
});

const outside = ({ files }: Distribution): readonly string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => /^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path));
