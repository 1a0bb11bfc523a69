import { type Level, nearest } from '@pymaint/core';
import type { Document } from '../document.ts';
import { type Anchors, anchorsOf, anyRuleMakes } from './anchors.ts';
import type { Fault } from './report.ts';

/**
 * What is wrong with an anchor of a page that the forge renders; nothing where the page is no markup that has
 * ids. An id that only another renderer makes, or one in other upper and lower case, is a warning: the page may
 * be shown elsewhere too.
 */
export function githubAnchor(document: Document, anchor: string, level: Level): Fault | undefined {
  if (document.format !== 'markdown' && document.format !== 'myst' && document.format !== 'rst')
    return undefined;
  const id = anchor.replace(/^user-content-/, '');
  if (id === '' || PAGE_PARTS.test(id)) return undefined;
  const { titles, written } = anchorsFor(document);
  if (titles.has(id) || written.has(id)) return undefined;
  const all = [...titles, ...written];
  const rule = 'missing-anchor';
  const same = all.find((it) => it.toLowerCase() === id.toLowerCase());
  if (same !== undefined)
    return {
      rule,
      level: 'warning',
      expected: `\`#${same}\`, which differs in upper and lower case`,
      instead: same,
      safe: true,
    };
  const elsewhere = anyRuleMakes(document, id);
  const near = likely(id, all);
  return {
    rule,
    level: elsewhere ? 'warning' : level,
    expected: elsewhere
      ? 'an id that GitHub makes as well'
      : `a title or id of \`${document.path}\``,
    ...(near === undefined ? {} : { meant: `#${near}`, instead: near }),
  };
}

/** Ids of the forge's own page around the text, of its footnotes, and places in the page's source. */
const PAGE_PARTS =
  /^(?:top|readme|readme-ov-file|.*-ov-file|start-of-content|l\d+.*|issue.*-\d+|discussion.*-\d+|fn.*|footnote.*|:~:.*)$/i;

const kept = new WeakMap<Document, Anchors>();

function anchorsFor(document: Document): Anchors {
  const known = kept.get(document);
  if (known !== undefined) return known;
  const made = anchorsOf(document, 'github');
  const anchors =
    document.format === 'rst'
      ? { ...made, written: new Set([...made.written, ...anchorsOf(document, 'docutils').titles]) }
      : made;
  kept.set(document, anchors);
  return anchors;
}

/** With how many names one that is not there is compared. */
export const MOST_COMPARED = 500;

/** The id that was most likely meant: the nearest, else the only one that starts or ends like it. */
export function likely(id: string, all: readonly string[]): string | undefined {
  // Each fault would be compared with each title: of a page with so many, none is proposed.
  if (all.length > MOST_COMPARED) return undefined;
  const near = nearest(id, all);
  if (near !== undefined) return near;
  const plain = (it: string): string => it.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(id);
  if (wanted.length < 4) return undefined;
  const close = all.filter(
    (it) => plain(it).includes(wanted) || (plain(it).length > 3 && wanted.includes(plain(it))),
  );
  return close.length === 1 ? close[0] : undefined;
}
