import type { Finding, Fix, TextEdit } from '@pymaint/core';
import type { Document } from '../document.ts';
import { findingAt } from '../graph/report.ts';
import { folderOf } from '../graph/paths.ts';
import { type PypiDead, type PypiDeadKind, readPypiReadme } from '../readme/pypi.ts';
import { encoded, localAddress, pathFrom } from './address.ts';
import { anchorsOf } from './anchors.ts';
import { type HostedRepository, ownUrl } from './own-repository.ts';

/**
 * What of a README is dead on the project's page on PyPI though it works on the forge: one finding of each kind, at its
 * first place, with the others beside it. The fix writes addresses of the repository, where it is known.
 */
export function checkPypiReadme(
  path: string,
  text: string,
  contentType: string,
  repository: HostedRepository | undefined,
): readonly Finding[] {
  const { document, dead } = readPypiReadme(path, text, contentType);
  const { titles, written } = anchorsOf(document, 'github');
  // An anchor that is dead everywhere is told elsewhere.
  const here = dead.filter(({ kind, url }) => {
    const id = url.slice(1);
    return kind !== 'missing-anchor' || titles.has(id) || written.has(id);
  });
  return KINDS.flatMap(([kind, what, expected]) => {
    const [first, ...others] = here.filter((it) => it.kind === kind && isAddress(it));
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    const finding = findingAt(
      document,
      first.urlSpan,
      'docs/pypi-readme',
      'warning',
      `Unexpected ${what} \`${first.url}\`${more}, expected ${expected}`,
      others.slice(0, SHOWN).map(({ url, urlSpan }) => ({
        message: `\`${url}\``,
        place: document.lines().place(urlSpan.start),
      })),
    );
    const fix =
      repository === undefined ? undefined : fixOf(document, [first, ...others], repository);
    return fix === undefined ? finding : { ...finding, fix };
  });
}

const SHOWN = 20;

const KINDS: readonly (readonly [PypiDeadKind, string, string])[] = [
  [
    'relative-image',
    'relative image',
    'an absolute address, for PyPI shows the README without the repository',
  ],
  [
    'relative-link',
    'relative link',
    'an absolute address, for PyPI shows the README without the repository',
  ],
  ['missing-anchor', 'anchor', 'an id that PyPI makes as well'],
];

/** Examples and templates are no addresses. */
const isAddress = ({ url }: PypiDead): boolean => localAddress(url) !== undefined;

/** All of one kind, so that nothing is left half done; a person should look at the addresses. */
function fixOf(
  document: Document,
  dead: readonly PypiDead[],
  repository: HostedRepository,
): Fix | undefined {
  const edits = dead.flatMap(({ kind, url, urlSpan }): readonly TextEdit[] => {
    const local = localAddress(url);
    const oldText = document.text.slice(urlSpan.start, urlSpan.end);
    if (kind === 'missing-anchor' || local === undefined || oldText !== url) return [];
    const folder = local.path.startsWith('/') ? '' : folderOf(document.path);
    const path = pathFrom(folder, local.path);
    if (path === undefined || local.path === '') return [];
    const target = ownUrl(repository, encoded(path), kind === 'relative-image');
    return [
      {
        range: document.lines().range(urlSpan.start, urlSpan.end),
        oldText,
        newText: target + url.slice(local.pathLength),
      },
    ];
  });
  return edits.length === 0
    ? undefined
    : { title: 'Write addresses of the repository', safe: false, edits };
}
