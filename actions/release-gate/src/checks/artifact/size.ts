import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { isCompiled } from '../../judging/metadata.ts';

/** What PyPI takes unless it is asked for more: https://docs.pypi.org/project-management/storage-limits/. */
const INDEX_LIMIT = 100e6;

/** Large files come into a package by mistake, and make every installation slow. */
export const size = check({
  id: 'artifact/size',
  summary: 'The built files hold nothing that is too large',
  level: 'notice',
  reads: ['build', 'project', 'largestFile'],
  needs: ['artifact/builds'],
  judge: ({ build, project, largestFile }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { sdist, wheel } = build.value;
    const { place } = project;
    const problems = [wheel, sdist].flatMap((distribution): readonly Problem[] => [
      ...(distribution.size > INDEX_LIMIT
        ? [
            {
              level: 'warning' as const,
              message: `Unexpected size ${words(distribution.size)} of ${distribution.filename}, expected at most ${words(INDEX_LIMIT)} unless PyPI has granted more`,
              place,
              remedy: 'leave out what is not needed, or ask PyPI for a higher limit',
            },
          ]
        : []),
      ...distribution.files
        .filter((file) => file.size > largestFile.value && !isCompiled(file.path))
        .map((file) => ({
          message: `Unexpected size ${words(file.size)} of \`${file.path}\` in ${distribution.filename}, expected at most ${words(largestFile.value)}`,
          place,
          remedy: 'leave it out, fetch it when it is needed, or raise `largest-file`',
        })),
    ]);
    return failIf(problems, `wheel ${words(wheel.size)}, sdist ${words(sdist.size)}`);
  },
});

const words = (bytes: number): string =>
  bytes >= 1e6
    ? `${(bytes / 1e6).toFixed(1)} MB`
    : bytes >= 1000
      ? `${Math.round(bytes / 1e3)} kB`
      : `${bytes} bytes`;
