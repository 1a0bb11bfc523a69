import { failIf, skip } from '@pymaint/core';
import { checkContentType, checkSummary } from '@pymaint/python';
import { check } from '../../check.ts';
import { faultProblem } from '../../judging/value-fault.ts';

/** The short description is one line, and the long one has a type that the index renders. */
export const summary = check({
  id: 'metadata/summary',
  summary: 'Summary and type of the description are such as the index takes',
  reads: ['project'],
  judge: ({ project }) => {
    const { description, readme } = project.value;
    const type = readme.known ? readme.value.contentType : undefined;
    if (!description.known && type === undefined)
      return skip('neither is declared where it can be read');
    const problems = [
      ...(description.known
        ? checkSummary(description.value).map((fault) =>
            faultProblem(
              // Some build backends join the lines, others refuse them.
              description.value.includes('\n') ? { ...fault, level: 'warning' } : fault,
              description.place,
            ),
          )
        : []),
      ...(readme.known && type !== undefined
        ? checkContentType(type).map((fault) => faultProblem(fault, readme.place))
        : []),
    ];
    return failIf(problems, type);
  },
});
