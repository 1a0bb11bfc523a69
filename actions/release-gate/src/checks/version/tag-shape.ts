import { fail, pass } from '@pymaint/core';
import { check } from '../../check.ts';

/** The tag looks like the ones before it: what reads tags (backends, workflows) finds it. */
export const tagShape = check({
  id: 'version/tag-shape',
  summary: 'The tag has the shape of the earlier tags',
  level: 'warning',
  reads: ['tag', 'project'],
  judge: ({ tag, project }) => {
    const { name, format, version, looseVersion, sure } = tag.value;
    if (version !== undefined || looseVersion === undefined) return pass(format);
    const expected = format.replace('{version}', looseVersion);
    return fail({
      level: sure ? 'warning' : 'notice',
      message: `Unexpected tag \`${name}\`, expected \`${expected}\` in the shape \`${format}\` of the earlier tags`,
      place: project.place,
      remedy: `git tag ${expected} ${name} && git tag --delete ${name}, or say what your tags look like by \`tag-format\``,
    });
  },
});
