import { failIf, type Level, type Problem } from '@pymaint/core';
import { normalizedName, type EntryLists } from '@pymaint/python';
import { check } from '../../check.ts';

/** Installers compare the names of extras and groups in their normal form (PEP 685, 735). */
export const namesDistinct = check({
  id: 'dependencies/names-distinct',
  summary: 'No two extras and no two dependency groups have one name',
  reads: ['project'],
  judge: ({ project }) => {
    const { optionalDependencies, dependencyGroups } = project.value;
    return failIf([
      // Projects keep an older spelling of an extra on purpose, and installers join the two.
      ...(optionalDependencies.known
        ? clashes(optionalDependencies.value, 'extra', 'warning')
        : []),
      ...(dependencyGroups.known
        ? clashes(dependencyGroups.value, 'dependency group', 'error')
        : []),
    ]);

    function clashes(lists: EntryLists, what: string, level: Level): readonly Problem[] {
      const seen = new Map<string, string>();
      return [...lists].flatMap(([name, entries]): readonly Problem[] => {
        const key = normalizedName(name);
        const before = seen.get(key);
        seen.set(key, before ?? name);
        return before === undefined
          ? []
          : [
              {
                level,
                message: `Unexpected ${what} \`${name}\`, expected a name that is not the same as \`${before}\` to installers`,
                place: entries[0]?.place ?? project.place,
                remedy: `merge it into \`${before}\``,
              },
            ];
      });
    }
  },
});
