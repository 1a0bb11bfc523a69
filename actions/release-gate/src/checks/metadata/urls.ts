import { count, failIf, skip } from '@pymaint/core';
import { checkProjectUrl } from '@pymaint/python';
import { check } from '../../check.ts';
import { faultProblem } from '../../judging/value-fault.ts';

/** The index takes labels of up to 32 characters, and addresses that a browser opens. */
export const urls = check({
  id: 'metadata/urls',
  summary: 'The project’s addresses are such as the index takes',
  reads: ['project'],
  judge: ({ project }) => {
    const declared = project.value.urls;
    if (!declared.known) return skip('no addresses are declared where they can be read');
    const problems = [...declared.value].flatMap(([label, { text, place }]) =>
      checkProjectUrl(label, text).map((fault) => faultProblem(fault, place)),
    );
    return failIf(problems, count(declared.value.size, 'address', 'addresses'));
  },
});
