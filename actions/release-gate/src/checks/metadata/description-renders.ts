import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { renderProblems } from '../../judging/description.ts';

/** The README renders on PyPI as its author sees it. */
export const descriptionRenders = check({
  id: 'metadata/description-renders',
  summary: 'PyPI renders the README',
  reads: ['description'],
  judge: ({ description }) => {
    const { text, contentType } = description.value;
    return failIf(renderProblems(description.place.path, text, contentType), contentType);
  },
});
