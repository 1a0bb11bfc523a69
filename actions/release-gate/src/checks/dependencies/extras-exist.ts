import { failIf, listed, nearest, skip, type Problem } from '@pymaint/core';
import { normalizedName } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** A project that requires its own extras names extras that it has. */
export const extrasExist = check({
  id: 'dependencies/extras-exist',
  summary: 'Requirements on the project’s own extras name extras that exist',
  reads: ['project'],
  judge: ({ project }) => {
    const { name, optionalDependencies, style, dynamic } = project.value;
    if (!name.known) return skip('the project’s name is not known');
    const computed = dynamic.some(({ text }) => text === 'optional-dependencies');
    const declared =
      optionalDependencies.known || optionalDependencies.because === 'not-applicable';
    if (style !== 'project' || computed || !declared)
      return skip('which extras there are is known to the build alone');
    const extras = optionalDependencies.known ? [...optionalDependencies.value.keys()] : [];
    const have = new Set(extras.map(normalizedName));
    const own = normalizedName(name.value);
    return failIf(
      requirementsOf(project.value).flatMap(({ entry, of, requirement }): readonly Problem[] => {
        if (requirement?.normalizedName !== own || of === 'build requirements') return [];
        return requirement.extras
          .filter((extra) => !have.has(normalizedName(extra)))
          .map((extra) => {
            const meant = nearest(extra, extras);
            return {
              message: `Unexpected extra \`${extra}\` in \`${entry.text}\`, expected ${
                extras.length === 0
                  ? 'none, since the project has no extras'
                  : `one of ${listed(
                      extras.map((one) => `\`${one}\``),
                      'or',
                    )}`
              }${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
              place: entry.place,
              remedy:
                'name an extra of [project.optional-dependencies]: installers pass over unknown ones with a warning',
            };
          });
      }),
    );
  },
});
