import { parseRequirement, type Entry, type Project, type Requirement } from '@pymaint/python';

/** A requirement where it stands. */
export interface WrittenRequirement {
  readonly entry: Entry;
  /** `dependencies`, `extra \`docs\``, … for people. */
  readonly of: string;
  /** True where it becomes part of the published metadata. */
  readonly published: boolean;
  /** Undefined where it cannot be read. */
  readonly requirement: Requirement | undefined;
}

/** All requirements of a project: published ones, those of dependency groups, and those of the build. */
export function requirementsOf(project: Project): readonly WrittenRequirement[] {
  const { dependencies, optionalDependencies, dependencyGroups, backend } = project;
  const from = (
    entries: readonly Entry[],
    of: string,
    published: boolean,
  ): readonly WrittenRequirement[] =>
    entries.map((entry) => {
      const parsed = parseRequirement(entry.text);
      return { entry, of, published, requirement: parsed.ok ? parsed.requirement : undefined };
    });
  return [
    ...(dependencies.known ? from(dependencies.value, 'dependencies', true) : []),
    ...(optionalDependencies.known
      ? [...optionalDependencies.value].flatMap(([name, entries]) =>
          from(entries, `extra \`${name}\``, true),
        )
      : []),
    ...(dependencyGroups.known
      ? [...dependencyGroups.value].flatMap(([name, entries]) =>
          // An include of another group is no requirement.
          from(
            entries.filter(({ text }) => !text.startsWith('{')),
            `dependency group \`${name}\``,
            false,
          ),
        )
      : []),
    ...from(backend.requires, 'build requirements', false),
  ];
}
