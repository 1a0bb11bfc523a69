import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { deadLinks } from '../../judging/description.ts';

/** The links of the README work on PyPI, where most users read it. */
export const descriptionLinks = check({
  id: 'metadata/description-links',
  summary: 'The links and images of the README are found on PyPI',
  level: 'warning',
  reads: ['description'],
  judge: ({ description }) => {
    const { text, contentType } = description.value;
    return failIf(deadLinks(description.place.path, text, contentType), contentType);
  },
});
