import { failIf } from '@pymaint/core';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** The index refuses files whose metadata name a dependency by its address, in extras as well. */
export const noDirectUrls = check({
  id: 'dependencies/no-direct-urls',
  summary: 'No published requirement names an address',
  reads: ['project'],
  judge: ({ project }) =>
    failIf(
      requirementsOf(project.value).flatMap(({ entry, of, published, requirement }) =>
        published && requirement?.url !== undefined
          ? [
              {
                message: `Unexpected address \`${requirement.url}\` for \`${requirement.name}\` in ${of}, expected a version since the index refuses direct references`,
                place: entry.place,
                remedy: `name a released version (\`${requirement.name} >= …\`), or move it to a dependency group, which is not published`,
              },
            ]
          : [],
      ),
    ),
});
