import {
  count,
  groupBy,
  parseUrl,
  type Fix,
  type Problem,
  type Related,
  type Verdict,
} from '@pymaint/core';
import type { ExternalLinks, JudgedLink } from '../external-facts.ts';

type Asked = Extract<ExternalLinks, { readonly asked: true }>;

/** Judges what the network said; without `--external` it was not asked, which is no doubt. */
export const whereAsked = (external: ExternalLinks, judge: (asked: Asked) => Verdict): Verdict =>
  external.asked
    ? judge(external)
    : {
        status: 'skip',
        because: 'not-asked',
        reason: 'the network is asked with `--external` alone',
      };

/** One problem for an address, at its first place; the others stand beside it. */
export function problemAt(
  { uses }: JudgedLink,
  say: (written: string) => string,
  more: Partial<Problem> = {},
): readonly Problem[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const related: readonly Related[] = others.map(({ place }) => ({ message: 'also here', place }));
  return [
    {
      message: say(first.written),
      place: first.place,
      ...(related.length > 0 && { related }),
      ...more,
    },
  ];
}

/** Replaces an address at all places where it stands as it is; undefined where it stands at none so. */
export function replacement({ uses }: JudgedLink, by: string, safe: boolean): Fix | undefined {
  const edits = uses
    .filter(({ plain }) => plain)
    .map(({ place, written }) => ({ range: place, oldText: written, newText: by }));
  return edits.length === 0 ? undefined : { title: `write \`${by}\``, edits, safe };
}

/** Addresses named in one notice beside its first. */
const NAMED = 50;

/** A notice for each host and evidence, at its first place: what is no proof must not drown what is. */
export function groupedNotices(links: readonly JudgedLink[]): readonly Problem[] {
  const groups = groupBy(
    links,
    ({ href, verdict }) => `${parseUrl(href)?.hostname ?? ''}\n${verdict.evidence}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const host = parseUrl(first.href)?.hostname ?? '';
    const more =
      others.length === 0
        ? ''
        : `, and ${count(others.length, 'more address', 'more addresses')} of ${host}`;
    const [use, ...again] = first.uses;
    if (use === undefined) return [];
    const related: readonly Related[] = [
      ...again.map(({ place }) => ({ message: 'also here', place })),
      ...others.flatMap(({ uses }) =>
        uses.map(({ place, written }) => ({ message: `\`${written}\``, place })),
      ),
    ].slice(0, NAMED);
    return [
      {
        message: `Not sure of \`${use.written}\`${more}: ${first.verdict.evidence}`,
        level: 'notice',
        place: use.place,
        ...(related.length > 0 && { related }),
      },
    ];
  });
}

const HISTORY =
  /(?:^|\/)(?:changelog|changes|history|news|release[-_]?notes?|whatsnew|releases?)\b/i;

/** True for changelogs and release notes: what was said of a release stays as it was said. */
export const isHistory = (path: string): boolean => HISTORY.test(path);
