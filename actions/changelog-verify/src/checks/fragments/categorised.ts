import { readChangelog } from '@pymaint/changelog';
import { failIf, nearest, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';

/** The headings within scriv's fragments are among the project's categories: it takes up any, also misspelt ones. */
export const categorised = check({
  id: 'fragments/categorised',
  summary: 'The headings of scriv’s fragments are categories of the project',
  reads: ['fragments', 'scheme'],
  judge: ({ fragments, scheme }) => {
    if (scheme.value.tool !== 'scriv') return skip('only scriv’s fragments have headings');
    const known = scheme.value.types.map(({ title }) => title);
    const problems = fragments.value
      .filter(({ state }) => state === 'fragment')
      .flatMap(({ path, text }): readonly Problem[] => {
        // A heading with a version makes a release of the fragment, and its headings sections.
        const head = path.endsWith('.md')
          ? '# 0.0 - 2000-01-01\n'
          : '0.0 (2000-01-01)\n@@@@@@@@@@@@@@@@\n';
        const [release] = readChangelog(path, `${head}${text}`).releases;
        const lines = head.split('\n').length - 1;
        return (release?.sections ?? [])
          .filter(({ title }) => !known.includes(title))
          .map(({ title, range }) => {
            const near = nearest(title, known);
            return {
              message: `Unexpected category \`${title}\`, expected one of ${known.join(', ')}${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
              place: {
                ...range,
                line: range.line - lines,
                endLine: range.endLine - lines,
              },
              remedy: near === undefined ? 'choose one of them' : `write \`${near}\``,
            };
          });
      });
    return failIf(problems);
  },
});
