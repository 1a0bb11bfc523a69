import { failIf, pass, skip, type Problem } from '@pymaint/core';
import { parseSpecifiers, parseVersion, specifiersContain, type Entry } from '@pymaint/python';
import { check } from '../../check.ts';

const PREFIX = 'Programming Language :: Python :: ';

/** What the classifiers promise, requires-python allows. */
export const requiresPythonMatchesClassifiers = check({
  id: 'dependencies/requires-python-matches-classifiers',
  summary: 'The classifiers name no Python that requires-python excludes',
  level: 'warning',
  reads: ['project'],
  judge: ({ project }) => {
    const { requiresPython, classifiers } = project.value;
    if (!requiresPython.known) return skip('requires-python is not declared');
    const parsed = parseSpecifiers(requiresPython.value);
    if (!parsed.ok) return skip('requires-python cannot be read');
    const named = (classifiers.known ? classifiers.value : []).filter(isMinor);
    if (named.length === 0) return pass(`Python ${requiresPython.value}`);
    const problems = named
      .filter((entry) => !allows(parsed.set, minorOf(entry)))
      .map((entry): Problem => ({
        message: `Unexpected classifier \`${entry.text}\`, expected none that requires-python \`${requiresPython.value}\` excludes`,
        place: entry.place,
        related: [{ message: 'requires-python', place: requiresPython.place }],
        remedy: 'delete the classifier, or widen requires-python',
      }));
    return failIf(problems, `Python ${requiresPython.value}`);
  },
});

const isMinor = ({ text }: Entry): boolean =>
  text.startsWith(PREFIX) && /^\d+\.\d+$/.test(text.slice(PREFIX.length));

const minorOf = ({ text }: Entry): string => text.slice(PREFIX.length);

/** Some patch release of a minor version is allowed: `>=3.8.1` allows 3.8, `!=3.9.0` allows 3.9. */
const allows = (set: Parameters<typeof specifiersContain>[0], minor: string): boolean =>
  ['0', '1', '2', '5', '10', '99'].some((patch) => {
    const version = parseVersion(`${minor}.${patch}`);
    return version !== undefined && specifiersContain(set, version);
  });
