import { failIf, pass, type Problem } from '@pymaint/core';
import { isPrerelease, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf, type WrittenRequirement } from '../../judging/requirements.ts';

/** Operators by which a requirement asks for at least, or for exactly, the version behind them. */
const ASKING = new Set(['==', '===', '>=', '>', '~=']);

/** A final release asks its users for final releases. */
export const noPrereleases = check({
  id: 'dependencies/no-prereleases',
  summary: 'A final release requires no pre-release',
  level: 'warning',
  reads: ['project', 'candidate'],
  judge: ({ project, candidate }) => {
    const version = parseVersion(candidate.value.text);
    if (version === undefined || isPrerelease(version)) return pass('not a final release');
    return failIf(
      requirementsOf(project.value)
        .filter(({ published }) => published)
        .flatMap((written) => problemOf(written) ?? []),
    );
  },
});

function problemOf({ entry, of, requirement }: WrittenRequirement): Problem | undefined {
  const clause = requirement?.specifiers.clauses.find(
    ({ operator, version }) =>
      // `>=2.0.dev0` is how people write “from 2.0, its pre-releases included”.
      ASKING.has(operator) && version?.pre !== undefined && version.dev === undefined,
  );
  if (requirement === undefined || clause === undefined) return undefined;
  const { operator, written } = clause;
  return {
    // A range takes the final release as well, once there is one.
    ...(!operator.startsWith('==') && { level: 'notice' }),
    message: `Unexpected pre-release \`${operator}${written}\` of \`${requirement.name}\` in ${of}, expected a final release, since installers then choose pre-releases for everyone`,
    place: entry.place,
    remedy: 'require a final release, or release a pre-release yourself until there is one',
  };
}
