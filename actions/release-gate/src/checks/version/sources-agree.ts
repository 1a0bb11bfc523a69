import { failIf, formatPlace, skip, type Problem, type Range } from '@pymaint/core';
import { parseVersion, sameVersion, type Version } from '@pymaint/python';
import { check } from '../../check.ts';

/** Every place of the package that states its version states the same. */
export const sourcesAgree = check({
  id: 'version/sources-agree',
  summary: 'All places of the sources that state the version agree',
  reads: ['slots'],
  mayLack: ['declared'],
  judge: ({ declared, slots }) => {
    // Where only a build tells the version, there is nothing to hold the others against.
    if (!declared.known) return skip(declared.why);
    const { written } = declared.value;
    const others = slots.value.filter(({ value }) => {
      const version = parseVersion(value.text);
      // `0.0.0` and texts that are no version stand for one that the build or the installation puts in.
      return version !== undefined && !isPlaceholder(version) && !sameVersion(value.text, written);
    });
    const problems = others.map(({ value, place }): Problem => ({
      message: `Unexpected \`${value.name}\` \`${value.text}\`, expected \`${written}\` as declared at ${formatPlace(declared.place)}`,
      place,
      related: [{ message: `declared as \`${written}\``, place: declared.place }],
      remedy: `write \`${written}\`, or read it from the installed metadata by importlib.metadata`,
      fix: {
        title: `Write ${written}`,
        edits: [{ range: place as Range, oldText: value.text, newText: written }],
      },
    }));
    const places = slots.value.length + 1;
    return failIf(problems, places === 1 ? 'one place' : `${places} places`);
  },
});

const isPlaceholder = ({ release }: Version): boolean => release.every((part) => part === 0);
