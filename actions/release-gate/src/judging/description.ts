import { lineIndex, type Place, type Problem } from '@pymaint/core';
import { pypiFaults, readPypiReadme, type PypiDead } from '@pymaint/docs';

/** A fault may bring others with it, and the first is what people mend. */
const MOST = 10;

/** Where an offset range of a description stands. */
type PlaceOf = (start: number, end: number) => Place;

/** What keeps PyPI from rendering a description: a reStructuredText one with a fault is refused with the upload. */
export function renderProblems(
  path: string,
  text: string,
  contentType: string,
  placeOf: PlaceOf = lineIndex(path, text).range,
): readonly Problem[] {
  if (!isRst(contentType)) return [];
  const faults = pypiFaults(readPypiReadme(path, text, contentType).document);
  return faults.slice(0, MOST).map(({ kind, message, span }): Problem => ({
    message: `${message}: PyPI refuses the description`,
    place: placeOf(span.start, span.end),
    remedy: REMEDIES[kind] ?? 'twine check --strict dist/* shows it after a build',
    data: { kind },
  }));
}

/** The links and images of a description that lead nowhere on PyPI. */
export const deadLinks = (
  path: string,
  text: string,
  contentType: string,
  placeOf: PlaceOf = lineIndex(path, text).range,
): readonly Problem[] =>
  readPypiReadme(path, text, contentType).dead.map((one) => deadProblem(one, placeOf));

const isRst = (contentType: string): boolean =>
  !/^\s*text\/(?:markdown|plain)\b/i.test(contentType);

const REMEDIES: { readonly [kind: string]: string | undefined } = {
  'unknown-directive': 'use a directive of docutils, such as `code-block` or `note`',
  'unknown-role': 'write ``literal`` text, or a link with its address',
  'disabled-directive': 'put the text itself there',
  'no-blank-line': 'put a blank line before it',
  'unexpected-indentation': 'put a blank line before it',
  'short-underline': 'lengthen the underline',
  'duplicate-target': 'end the links with two underscores',
};

function deadProblem({ kind, url, urlSpan }: PypiDead, placeOf: PlaceOf): Problem {
  const place = placeOf(urlSpan.start, urlSpan.end);
  switch (kind) {
    case 'relative-image':
      return {
        level: 'warning',
        message: `Unexpected relative image \`${url}\` in the description, expected an absolute address since PyPI has no files of the project`,
        place,
        remedy: 'write the address of the raw file at the tag',
      };
    case 'relative-link':
      return {
        level: 'notice',
        message: `Unexpected relative link \`${url}\` in the description, expected an absolute address since PyPI has no files of the project`,
        place,
        remedy: 'write the address of the repository’s page',
      };
    case 'missing-anchor':
      return {
        level: 'notice',
        message: `Unexpected link \`${url}\` in the description, expected the anchor of a title on PyPI’s page`,
        place,
      };
  }
}
