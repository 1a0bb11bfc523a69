import type { Place, Problem, Range } from '@pymaint/core';
import type { Entry, ValueFault } from '@pymaint/python';

/** The words of a fault: `where` says in which file it was found, such as ` in attrsx-1.2.3.tar.gz`. */
export const faultProblem = (fault: ValueFault, place: Place, where = ''): Problem => ({
  message: `Unexpected ${fault.words}${where}, expected ${fault.expected}`,
  place,
  ...(fault.level === undefined ? {} : { level: fault.level }),
  ...(fault.remedy === undefined ? {} : { remedy: fault.remedy }),
});

/** The same for a value that stands in the project's files, with the edit that mends it where that is sure. */
export function entryProblem(fault: ValueFault, { text, place }: Entry): Problem {
  const problem = faultProblem(fault, place);
  return fault.instead === undefined || !isExactly(place, text)
    ? problem
    : {
        ...problem,
        fix: {
          title: `Write ${fault.instead}`,
          edits: [{ range: place, oldText: text, newText: fault.instead }],
        },
      };
}

/** True where the place covers just these characters, and none of them is written by an escape. */
const isExactly = ({ line, endLine, column, endColumn }: Range, text: string): boolean =>
  line === endLine && endColumn - column === text.length;
