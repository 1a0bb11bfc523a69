import {
  linkRelease,
  labelOf,
  releaseLabel,
  type Changelog,
  type LinkReference,
  type Release,
} from '@pymaint/changelog';
import { failIf, lineIndex, skip, type LineIndex, type Problem } from '@pymaint/core';
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
    const index = lineIndex('', text);
    const labels = new Set(read.linkReferences.map(({ label }) => releaseLabel(label)));
    const bracketed = read.releases.filter((it) => isBracketed(it, text, index));
    const missing = bracketed.filter((release) => !labels.has(labelOf(release)));
    // Without any definition the brackets are the project's way to write a version.
    const defined = bracketed.length - missing.length;
    const problems =
      defined * 2 < bracketed.length
        ? []
        : missing.map((it, at) => lacking(it, read, at === 0 ? text : undefined));
    return failIf([...problems, ...duplicates(read.linkReferences)], `${defined} links`);
  },
});

/** `## [1.2.0] - …` without an address of its own. */
const isBracketed = ({ heading }: Release, text: string, index: LineIndex): boolean =>
  heading.links.length === 0 &&
  text[index.offset(heading.textRange.line, heading.textRange.column)] === '[';

/** One fix at a time: each changes what the next would be made of. */
function lacking(release: Release, read: Changelog, text: string | undefined): Problem {
  const name = nameOf(release);
  const edits =
    release.version === undefined || text === undefined
      ? []
      : linkRelease(text, read, release.version.written);
  return {
    level: levelByAge(release, read.releases, 'warning'),
    message: `Unexpected link \`[${name}]\` without a definition, expected one at the end of the file`,
    place: release.heading.textRange,
    remedy: `add a line \`[${name}]: …\` beside the others`,
    ...(edits.length > 0 && { fix: { title: `Define [${name}]`, edits } }),
  };
}

/** Of two definitions the first counts, and the second is dead. */
function duplicates(references: readonly LinkReference[]): readonly Problem[] {
  const firsts = new Map<string, LinkReference>();
  return references.flatMap((it): readonly Problem[] => {
    const first = firsts.get(it.label.toLowerCase());
    if (first === undefined) firsts.set(it.label.toLowerCase(), it);
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
}
