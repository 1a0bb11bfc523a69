import type { LineIndex } from '@pymaint/core';
import type { Candidate } from './headings/candidates.ts';
import type { ReadProblem, Release } from './model.ts';

/** Looks like a version at the head of a heading, be it one or not. */
const VERSION_LIKE = /^\W*(?:version |release )?v?\d+\.\d[\w.+-]*/i;

/** What stands where a release should, or in one, and could not be understood. */
export function problemsOf(
  { text, index }: { readonly text: string; readonly index: LineIndex },
  headings: readonly Candidate[],
  heads: readonly Candidate[],
  level: number | undefined,
  releases: readonly Release[],
): readonly ReadProblem[] {
  const taken = new Set(heads);
  const versions = headings
    .filter((it) => it.block.level === level && !taken.has(it) && isMeant(it))
    .map(({ block, plain }): ReadProblem => ({
      kind: 'version',
      message: `Unexpected heading \`${plain.text.trim()}\`, expected a version by PEP 440`,
      range: index.range(block.text.start, block.text.end),
    }));
  const dates = releases.flatMap(({ date }): readonly ReadProblem[] =>
    date?.form === 'invalid'
      ? [
          {
            kind: 'date',
            message: `Unexpected date \`${date.written}\`, expected a day of the calendar`,
            range: date.range,
          },
        ]
      : [],
  );
  const none: readonly ReadProblem[] =
    releases.length > 0 || text.trim() === ''
      ? []
      : [
          {
            kind: 'no-release',
            message: 'Unexpected text without any release, expected a heading with a version',
            range: index.range(0, 0),
          },
        ];
  return [...none, ...versions, ...dates];
}

/** A heading that starts as a version and goes on glued to it: `1.2.3-SNAPSHOT`. `1.x` and `2.0 - 3.0` are meant otherwise. */
function isMeant({ plain }: Candidate): boolean {
  const head = VERSION_LIKE.exec(plain.text)?.[0];
  if (/\d\s*(?:-|–|—|to|through)\s*v?\d+\./.test(plain.text)) return false;
  return (
    head !== undefined &&
    !/[.]?x$|\.$/i.test(head) &&
    /^\s*(?:$|[([-])/.test(plain.text.slice(head.length))
  );
}
