import type { Problem, Range } from '@pymaint/core';
import { parseRequirement } from '../pep508.ts';
import { parseSpecifiers, type SyntaxFault } from '../specifiers.ts';
import { isProjectName } from '../names.ts';
import type { Entry, Metadata } from './types.ts';

/** What is wrong with the values themselves: names, versions, specifiers and requirements that no installer can read. */
export function checkValues(metadata: Metadata): readonly Problem[] {
  const { name, version, requiresPython, dependencies, optionalDependencies } = metadata;
  const problems: Problem[] = [];
  if (name.known && !isProjectName(name.value))
    problems.push({
      message: `Unexpected name \`${name.value}\`, expected ASCII letters, digits, \`.\`, \`-\` and \`_\`, with a letter or digit at both ends`,
      place: name.place,
    });
  if (version.known && version.value.canonical === undefined)
    problems.push({
      message: `Unexpected version \`${version.value.written}\`, expected a PEP 440 version such as \`1.2.3\` or \`1.2.3rc1\``,
      place: version.place,
    });
  if (requiresPython.known) {
    const parsed = parseSpecifiers(requiresPython.value);
    if (!parsed.ok)
      problems.push(
        faultProblem(
          requiresPython.value,
          requiresPython.place as Range,
          parsed,
          'requires-python',
        ),
      );
  }
  const extras = optionalDependencies.known ? [...optionalDependencies.value.values()].flat() : [];
  for (const entry of [...(dependencies.known ? dependencies.value : []), ...extras])
    problems.push(...checkRequirement(entry));
  return problems;
}

/** What is wrong with one requirement, at the character where it stops being one. */
export function checkRequirement(entry: Entry): readonly Problem[] {
  const parsed = parseRequirement(entry.text);
  return parsed.ok ? [] : [faultProblem(entry.text, entry.place, parsed, 'requirement')];
}

function faultProblem(text: string, place: Range, fault: SyntaxFault, what: string): Problem {
  const found = fault.found === '' ? 'end' : `\`${fault.found}\``;
  return {
    message: `Unexpected ${found} in the ${what} \`${text}\`, expected ${fault.expected}`,
    place: within(text, place, fault),
  };
}

/** The part of a one-line text, where its place covers exactly its characters; else the whole place. */
function within(text: string, place: Range, { offset, end }: SyntaxFault): Range {
  const exact = place.line === place.endLine && place.endColumn - place.column === text.length;
  if (!exact) return place;
  const column = place.column + offset;
  return {
    ...place,
    column,
    endColumn: Math.max(column, place.column + Math.min(end, text.length)),
  };
}
