import { failIf, type Problem } from '@pymaint/core';
import { check } from '../../check.ts';
import type { JudgedLink } from '../../external-facts.ts';
import { isHistory, problemAt, replacement, whereAsked } from '../../judging/external.ts';

/** No external address has moved for good. */
export const moved = check({
  id: 'external/moved',
  summary: 'No external address has moved for good',
  level: 'notice',
  reads: ['external'],
  judge: ({ external }) =>
    whereAsked(external.value, ({ links }) =>
      failIf(links.flatMap((link) => problemOf(inUse(link)))),
    ),
});

const inUse = (link: JudgedLink): JudgedLink => ({
  ...link,
  uses: link.uses.filter(({ place }) => !isHistory(place.path)),
});

function problemOf(link: JudgedLink): readonly Problem[] {
  const { verdict, href } = link;
  if (verdict.class !== 'moved' || verdict.movedTo === undefined) return [];
  const to = verdict.movedTo;
  const fix = replacement(link, to, isSamePage(href, to));
  return problemAt(
    link,
    (written) => `Unexpected \`${written}\`, expected \`${to}\`, where it moved for good`,
    {
      ...(fix !== undefined && { fix }),
    },
  );
}

/** Only the scheme, `www.` or a slash at the end changed: nobody need look at it first. */
function isSamePage(from: string, to: string): boolean {
  const plain = (href: string): string =>
    href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=[?#]|$)/, '');
  return plain(from) === plain(to);
}
