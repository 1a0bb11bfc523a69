import { failIf, groupBy, nearest, type Problem } from '@pymaint/core';
import { normalizedName, type Entry, type EntryLists } from '@pymaint/python';
import { check } from '../../check.ts';

/** Includes of dependency groups lead to a group, and not back to where they came from (PEP 735). */
export const groupsResolve = check({
  id: 'dependencies/groups-resolve',
  summary: 'Dependency groups include groups that exist, and not each other in a circle',
  reads: ['project'],
  judge: ({ project }) => {
    const { dependencyGroups } = project.value;
    if (!dependencyGroups.known) return failIf([]);
    const includes = includesOf(dependencyGroups.value);
    const names = [...dependencyGroups.value.keys()];
    return failIf([
      ...includes.flatMap((include) => unknownGroup(include, names)),
      ...circles(includes),
    ]);
  },
});

interface Include {
  /** In normal form, like `to`. */
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly entry: Entry;
}

const includesOf = (groups: EntryLists): readonly Include[] =>
  [...groups].flatMap(([name, entries]) =>
    entries.flatMap((entry) => {
      const written = /^\{include-group = "(.*)"\}$/.exec(entry.text)?.[1];
      return written === undefined
        ? []
        : [{ from: normalizedName(name), to: normalizedName(written), written, entry }];
    }),
  );

function unknownGroup(
  { to, written, entry }: Include,
  names: readonly string[],
): readonly Problem[] {
  if (names.some((name) => normalizedName(name) === to)) return [];
  const meant = nearest(written, names);
  return [
    {
      message: `Unexpected group \`${written}\` in \`include-group\`, expected one of [dependency-groups]${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
      place: entry.place,
      remedy: 'name a group that is there, or delete the include',
    },
  ];
}

/** The include that closes each circle, once. */
function circles(includes: readonly Include[]): readonly Problem[] {
  const outgoing = groupBy(includes, ({ from }) => from);
  const done = new Set<string>();
  const problems: Problem[] = [];
  for (const start of outgoing.keys()) {
    // A stack of its own, since a chain of includes may be longer than the calls that can be nested.
    const path: { readonly group: string; readonly rest: Include[] }[] = [];
    const enter = (group: string): void => {
      path.push({ group, rest: [...(outgoing.get(group) ?? [])] });
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        done.add(top.group);
        path.pop();
      } else if (path.some(({ group }) => group === next.to))
        problems.push(
          circle(
            next,
            path.map(({ group }) => group),
          ),
        );
      else if (!done.has(next.to)) enter(next.to);
    }
  }
  return problems;
}

function circle({ to, written, entry }: Include, path: readonly string[]): Problem {
  const round = [...path.slice(path.indexOf(to)), to].map((name) => `\`${name}\``).join(' → ');
  return {
    message: `Unexpected circle of dependency groups ${round}, expected \`include-group\` not to lead back`,
    place: entry.place,
    remedy: `delete the include of \`${written}\``,
  };
}
