import { count, failIf, skip, type Problem } from '@pymaint/core';
import { checkClassifier } from '@pymaint/python';
import { check } from '../../check.ts';
import { entryProblem } from '../../judging/value-fault.ts';

/** The index refuses classifiers that are not in its list, and deprecated ones. */
export const classifiers = check({
  id: 'metadata/classifiers',
  summary: 'The classifiers are those of the index’s list',
  reads: ['project'],
  judge: ({ project }) => {
    const declared = project.value.classifiers;
    if (!declared.known) return skip('no classifiers are declared where they can be read');
    const seen = new Set<string>();
    const problems = declared.value.flatMap((entry): readonly Problem[] => {
      if (seen.has(entry.text))
        return [
          {
            level: 'notice',
            message: `Unexpected second classifier \`${entry.text}\`, expected it once`,
            place: entry.place,
            remedy: 'delete one of the two',
          },
        ];
      seen.add(entry.text);
      return checkClassifier(entry.text).map((fault) => entryProblem(fault, entry));
    });
    return failIf(problems, count(declared.value.length, 'classifier'));
  },
});
