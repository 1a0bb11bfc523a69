import { failIf, type Level, type Problem } from '@pymaint/core';
import { isPlaceholder, type Release } from '@pymaint/changelog';
import { check } from '../../check.ts';
import { levelByAge, nameOf } from '../../judging/age.ts';

/** A release says what has changed, and holds no words of a template. */
export const releasesTold = check({
  id: 'changelog/releases-told',
  summary: 'Each release says what has changed',
  level: 'warning',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { releases } = changelog.value.changelog;
    const problems = releases
      .filter(({ kind }) => kind === 'released')
      .flatMap((release) => faultsOf(release, releases));
    return failIf(problems);
  },
});

function faultsOf(release: Release, releases: readonly Release[]): readonly Problem[] {
  const level = (): Level => levelByAge(release, releases, 'warning');
  const { entries, heading } = release;
  if (entries.length === 0 && !hasText(release))
    return [
      {
        level: level(),
        message: `Unexpected empty entry for \`${nameOf(release)}\`, expected what has changed`,
        place: heading.range,
        remedy: 'say what has changed for users, or why it was released',
      },
    ];
  return entries
    .filter(({ text }) => isPlaceholder(text))
    .map(({ text, range }) => ({
      level: level(),
      message: `Unexpected placeholder \`${text.trim()}\` in \`${nameOf(release)}\`, expected what has changed`,
      place: range,
      remedy: 'write what has changed, or delete the line',
    }));
}

/** More below the heading than its own lines: a table, a note, an include. */
const hasText = ({ body, sections }: Release): boolean =>
  body.endLine - body.line > 3 + 4 * sections.length;
