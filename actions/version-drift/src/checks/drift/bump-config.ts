import { count, failIf, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';

/** What a bumping tool is told to look for is there. */
export const bumpConfig = check({
  id: 'drift/bump-config',
  summary: 'Every pattern of a bumping tool’s configuration matches something',
  reads: ['bumpPatterns'],
  judge: ({ bumpPatterns }) => {
    const all = bumpPatterns.value;
    if (all.length === 0) return skip('no pattern of a bumping tool can be read with certainty');
    const problems = all.flatMap(({ found, tool, path, search, place }): readonly Problem[] => {
      if (found === 'yes') return [];
      if (found === 'missing')
        return [
          {
            // What is no part of an sdist may well be in the repository.
            level: 'notice',
            message: `Unexpected \`${path}\` for ${tool}, expected a file that is there`,
            place,
            remedy: 'name the file that holds the version, or delete the entry',
          },
        ];
      return [
        {
          message: `Unexpected pattern for ${tool}, expected one that matches: \`${oneLine(search)}\` is not in ${path}`,
          place,
          remedy: `mend the pattern, or write the current version into ${path}`,
          data: { tool, path, search },
        },
      ];
    });
    return failIf(problems, count(all.length, 'pattern'));
  },
});

const oneLine = (text: string): string => text.replaceAll('\n', '⏎');
