import { lineIndex, type Level, type Place, type Problem } from '@pymaint/core';
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

/** What is dead on PyPI's page, and what would live there. */
const DEAD: { readonly [K in PypiDead['kind']]: readonly [Level, string, string, string?] } = {
  'relative-image': [
    'warning',
    'relative image',
    'an absolute address since PyPI has no files of the project',
    'write the address of the raw file at the tag',
  ],
  'relative-link': [
    'notice',
    'relative link',
    'an absolute address since PyPI has no files of the project',
    'write the address of the repository’s page',
  ],
  'missing-anchor': ['notice', 'link', 'the anchor of a title on PyPI’s page'],
};

function deadProblem({ kind, url, urlSpan }: PypiDead, placeOf: PlaceOf): Problem {
  const [level, what, expected, remedy] = DEAD[kind];
  return {
    level,
    message: `Unexpected ${what} \`${url}\` in the description, expected ${expected}`,
    place: placeOf(urlSpan.start, urlSpan.end),
    ...(remedy === undefined ? {} : { remedy }),
  };
}
