import {
  linkRelease,
  namesRelease,
  type Changelog,
  type LinkReference,
  type Release,
} from '@pymaint/changelog';
import { failIf, skip, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import { levelByAge, nameOf } from '../../judging/age.ts';

/** A heading `[1.2.0]` leads somewhere, and to one place. */
export const linksDefined = check({
  id: 'changelog/links-defined',
  summary: 'Each link of a release’s heading is defined, and once',
  level: 'warning',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { changelog: read, text } = changelog.value;
    if (read.markup !== 'markdown' || text === undefined) return skip('no Markdown');
    const bracketed = read.releases.filter((release) => isBracketed(release, text));
    const missing = bracketed.filter(
      (release) => !read.linkReferences.some(({ label }) => namesRelease(label, release)),
    );
    // Without any definition the brackets are the project's way to write a version.
    const defined = bracketed.length - missing.length;
    const problems =
      defined * 2 < bracketed.length ? [] : missing.map((it) => lacking(it, read, text));
    return failIf([...problems, ...duplicates(read.linkReferences)], `${defined} links`);
  },
});

/** `## [1.2.0] - …` without an address of its own. */
function isBracketed({ heading }: Release, text: string): boolean {
  const line = text.split(/\r\n?|\n/, heading.textRange.line)[heading.textRange.line - 1] ?? '';
  return heading.links.length === 0 && line[heading.textRange.column - 1] === '[';
}

function lacking(release: Release, read: Changelog, text: string): Problem {
  const name = nameOf(release);
  const edits =
    release.version === undefined ? [] : linkRelease(text, read, release.version.written);
  return {
    level: levelByAge(release, read.releases, 'warning'),
    message: `Unexpected link \`[${name}]\` without a definition, expected one at the end of the file`,
    place: release.heading.textRange,
    remedy: `add a line \`[${name}]: …\` beside the others`,
    ...(edits.length > 0 && { fix: { title: `Define [${name}]`, edits } }),
  };
}

/** Of two definitions the first counts, and the second is dead. */
const duplicates = (references: readonly LinkReference[]): readonly Problem[] =>
  references.flatMap((it, at): readonly Problem[] => {
    const first = references
      .slice(0, at)
      .find(({ label }) => label.toLowerCase() === it.label.toLowerCase());
    if (first === undefined || first.url === it.url) return [];
    return [
      {
        message: `Unexpected second definition of \`[${it.label}]\`, expected one: the first counts`,
        place: it.range,
        related: [{ message: 'the first one', place: first.range }],
        remedy: 'delete the one that is wrong',
      },
    ];
  });
