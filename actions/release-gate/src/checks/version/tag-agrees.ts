import { fail, pass, type Range } from '@pymaint/core';
import { sameVersion } from '@pymaint/python';
import { check } from '../../check.ts';

/** The tag says the same version as the sources, and as was asked for. */
export const tagAgrees = check({
  id: 'version/tag-agrees',
  summary: 'The tag names the version that the sources declare',
  reads: ['tag', 'candidate', 'project'],
  mayLack: ['declared'],
  judge: ({ tag, candidate, declared, project }) => {
    const { name, format } = tag.value;
    const version = tag.value.version ?? tag.value.looseVersion;
    if (version === undefined)
      return fail({
        message: `Unexpected tag \`${name}\` that holds no version, expected one of the shape \`${format}\``,
        place: project.place,
        remedy: 'tag the release anew, or say what your tags look like by `tag-format`',
      });
    const { from, text } = candidate.value;
    if (from === 'option' && !sameVersion(version, text))
      return fail({
        message: `Unexpected tag \`${name}\`, expected one for \`${text}\`, the version that was asked for`,
        place: project.place,
        remedy: `give \`version\` or \`tag\` alone, or both for one version`,
      });
    if (!declared.known || sameVersion(version, declared.value.written)) return pass(name);
    const { written, form } = declared.value;
    return fail({
      message: `Unexpected version \`${written}\`, expected \`${version}\` as the tag \`${name}\` says`,
      place: declared.place,
      remedy: `write \`${version}\` here, commit, and tag that commit; or tag this one for ${written}`,
      data: { tag: name, declared: written },
      ...(form === 'text' && {
        fix: {
          title: `Write ${version}`,
          edits: [{ range: declared.place as Range, oldText: written, newText: version }],
          // Which of the two is meant, only a person knows.
          safe: false,
        },
      }),
    });
  },
});
