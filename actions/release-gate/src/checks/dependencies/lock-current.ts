import { failIf, groupBy, listed, skip, type Problem } from '@pymaint/core';
import {
  allowedMinors,
  normalizedName,
  parseSpecifiers,
  type Project,
  type UvLock,
} from '@pymaint/python';
import { check } from '../../check.ts';
import { requirementsOf } from '../../judging/requirements.ts';

/** uv.lock repeats what it was made for: where that differs from the project, `uv sync --locked` refuses it. */
export const lockCurrent = check({
  id: 'dependencies/lock-current',
  summary: '`uv.lock` was made for the requirements that the project declares',
  level: 'warning',
  reads: ['project', 'uvLock'],
  judge: ({ project, uvLock }) => {
    const lock = uvLock.value;
    // A workspace’s lock joins the bounds of all its members.
    if (lock.workspace) return skip('uv.lock locks a workspace of several projects');
    const problems = [
      ...pythonProblem(project.value, lock),
      ...requirementProblems(project.value, lock),
    ];
    return failIf(problems.map((problem) => ({ ...problem, remedy: 'run `uv lock`' })));
  },
});

function pythonProblem({ requiresPython }: Project, lock: UvLock): readonly Problem[] {
  if (!requiresPython.known || lock.requiresPython === undefined) return [];
  const [declared] = allowedMinors(requiresPython.value) ?? [];
  const [locked] = allowedMinors(lock.requiresPython.text) ?? [];
  if (declared === undefined || locked === undefined || declared === locked) return [];
  return [
    {
      message: `Unexpected requires-python \`${lock.requiresPython.text}\` in uv.lock, expected \`${requiresPython.value}\` as the project declares`,
      place: lock.requiresPython.place,
      related: [{ message: 'declared here', place: requiresPython.place }],
    },
  ];
}

function requirementProblems(project: Project, lock: UvLock): readonly Problem[] {
  const { dependencies, optionalDependencies, style, name, dynamic } = project;
  const known = (fact: Project['dependencies'] | Project['optionalDependencies']): boolean =>
    fact.known || fact.because === 'not-applicable';
  const computed = dynamic.some(({ text }) => text.endsWith('dependencies'));
  if (lock.own === undefined || lock.requirements === undefined || style !== 'project') return [];
  if (computed || !known(dependencies) || !known(optionalDependencies)) return [];
  const own = name.known ? normalizedName(name.value) : '';
  const locked = groupBy(lock.requirements, (one) => one.name);
  const declared = groupBy(
    requirementsOf(project).filter(({ published, requirement }) => published && requirement),
    ({ requirement }) => requirement?.normalizedName ?? '',
  );
  const missing = [...declared].flatMap(([key, [first]]): readonly Problem[] =>
    key === own || locked.has(key) || first === undefined
      ? []
      : [
          {
            message: `Unexpected requirement \`${first.entry.text}\` that uv.lock was not made for, expected one that is locked`,
            place: first.entry.place,
          },
        ],
  );
  const left = [...locked.keys()].filter((key) => key !== own && !declared.has(key));
  const gone: readonly Problem[] =
    left.length === 0
      ? []
      : [
          {
            message: `Unexpected requirement on ${listed(left.map((key) => `\`${key}\``))} in uv.lock, expected what the project declares`,
            place: lock.own.place,
          },
        ];
  const changed = [...declared].flatMap(([key, written]): readonly Problem[] => {
    const there = locked.get(key);
    const [first] = written;
    if (key === own || there === undefined || first === undefined) return [];
    if (there.some(({ sourced }) => sourced) || written.some(isAddress)) return [];
    const before = new Set(there.map(({ specifier }) => canonical(specifier ?? '')));
    const now = written.find(
      ({ requirement }) => !before.has(canonical(requirement?.specifiers.text ?? '')),
    );
    return now === undefined
      ? []
      : [
          {
            message: `Unexpected requirement \`${now.entry.text}\`, expected the range that uv.lock was made for, \`${there[0]?.specifier ?? '*'}\``,
            place: now.entry.place,
          },
        ];
  });
  return [...missing, ...gone, ...changed];
}

const isAddress = ({ requirement }: ReturnType<typeof requirementsOf>[number]): boolean =>
  requirement?.url !== undefined;

/** Clauses in one order and spelling; a text that cannot be read stays as it is. */
function canonical(specifiers: string): string {
  const parsed = parseSpecifiers(specifiers);
  if (!parsed.ok) return specifiers;
  return parsed.set.clauses
    .map(
      ({ operator, version, written, prefix }) =>
        `${operator}${version?.canonical ?? written}${prefix ? '.*' : ''}`,
    )
    .toSorted()
    .join(',');
}
