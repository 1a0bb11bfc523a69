import { count, failIf, pass, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { Distribution } from '../../facts.ts';

/** Who builds the same commit again gets the same files, so that anyone can see what they were made of. */
export const reproducible = check({
  id: 'artifact/reproducible',
  summary: 'Two builds of the same commit give the same files',
  level: 'notice',
  reads: ['build', 'rebuild', 'project'],
  needs: ['artifact/builds'],
  judge: ({ build, rebuild, project }) => {
    if (build.value.kind === 'failed') return failIf([]);
    const { place } = project;
    if (rebuild.value.kind === 'failed')
      return failIf([
        {
          level: 'warning',
          message: `Unexpected failure of a second build of the same sources, expected it to go as the first: ${rebuild.value.message}`,
          place,
          remedy: 'find out what the first build has left behind or used up',
        },
      ]);
    const { sdist, wheel } = build.value;
    const problems = [
      ...differing(sdist, rebuild.value.sdist, rebuild.value.dated),
      ...differing(wheel, rebuild.value.wheel, rebuild.value.dated),
    ].map((problem): Problem => ({ ...problem, place }));
    return problems.length === 0 ? pass('sdist and wheel') : failIf(problems);
  },
});

/** One finding for each archive: which member, and what about it. */
function differing(
  first: Distribution,
  second: Distribution,
  dated: boolean,
): readonly Omit<Problem, 'place'>[] {
  if (first.sha256 === second.sha256 && first.filename === second.filename) return [];
  const words = (what: string): string =>
    `Unexpected difference between two builds of ${first.filename}, expected the same bytes: ${what}`;
  if (first.filename !== second.filename)
    return [
      {
        message: words(`the second one is called ${second.filename}`),
        remedy: 'let the version come from the commit alone',
      },
    ];
  const [a, b] = [hashes(first), hashes(second)];
  const content = [...a].filter(([path, hash]) => b.has(path) && b.get(path) !== hash);
  const lone = [...a, ...b].filter(([path]) => !(a.has(path) && b.has(path)));
  const [path] = content[0] ?? lone[0] ?? [];
  if (path !== undefined) {
    const others = content.length + lone.length - 1;
    const more = others === 0 ? '' : ` and ${count(others, 'more file')}`;
    return [
      {
        message: words(
          content.length > 0
            ? `the content of \`${path}\`${more} differs`
            : `\`${path}\`${more} is in one of them only`,
        ),
        remedy: 'find out what writes times, paths, random names or unordered lists into it',
        data: { files: [...content, ...lone].slice(0, 50).map(([name]) => name) },
      },
    ];
  }
  const sameOrder = first.files.every(({ path: name }, at) => name === second.files[at]?.path);
  return [
    {
      message: words(
        sameOrder
          ? 'the times or permissions of its members differ'
          : 'the order of its members differs',
      ),
      remedy: dated
        ? 'use a newer release of the build backend, or one that heeds SOURCE_DATE_EPOCH'
        : 'set SOURCE_DATE_EPOCH to the date of the commit',
    },
  ];
}

const hashes = ({ files }: Distribution): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, sha256 }) => [path, sha256]));
