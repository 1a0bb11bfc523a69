import { normalName } from '../document.ts';
import { doubtOf, inInventories } from '../graph/certainty.ts';
import type { Labels } from '../graph/labels.ts';
import type { Page, Site } from '../graph/project.ts';
import { anyRuleMakes } from './anchors.ts';
import { likely } from './github-anchors.ts';
import { NUMBERED, pageAnchors } from './page-anchors.ts';
import type { Fault } from './report.ts';

/** `#name`: a place of this page, else a label or object of the project. */
export function judgeAnchor(
  site: Site,
  labels: Labels,
  page: Page,
  name: string,
): Fault | undefined {
  if (name === '') return undefined;
  const { titles, written, unasked, open } = pageAnchors(site, page);
  const key = normalName(name);
  if (titles.has(name) || written.has(name) || unasked.has(name) || NUMBERED.test(name))
    return undefined;
  if (labels.has(key) || site.pages.has(name) || isObject(site.project, name)) return undefined;
  if (inInventories(site.project, key, 'std:label') || site.project.otherLabels.has(key))
    return undefined;
  const doubt =
    (open ? 'a directive of the page may make it' : undefined) ??
    (/[.A-Z_]/u.test(name) && !name.includes('-')
      ? 'it may be the name of an object'
      : undefined) ??
    doubtOf(site.project);
  return anchorFault(
    name,
    [...titles, ...written],
    doubt,
    'a title of this page, a label or an object',
  );
}

/** What is wrong with an anchor of another page. */
export function judgeInPage(site: Site, target: Page, name: string): Fault | undefined {
  const { titles, written, unasked, open } = pageAnchors(site, target);
  if (name === '' || titles.has(name) || written.has(name) || NUMBERED.test(name) || open)
    return undefined;
  if (unasked.has(name))
    return target.document.format === 'rst'
      ? undefined
      : {
          rule: 'missing-anchor',
          level: 'warning',
          expected: '`myst_heading_anchors` to reach this title',
        };
  const all = [...titles, ...written];
  // `myst_heading_slug_func` may be any of them.
  if (anyRuleMakes(target.document, name))
    return { rule: 'missing-anchor', level: 'warning', expected: 'an id that MyST makes as well' };
  return anchorFault(name, all, undefined, `a title or label of \`${target.document.path}\``);
}

function anchorFault(
  name: string,
  all: readonly string[],
  doubt: string | undefined,
  expected: string,
): Fault {
  const same = all.find((it) => it.toLowerCase() === name.toLowerCase());
  const near = same ?? likely(name, all);
  return {
    rule: 'missing-anchor',
    level: 'error',
    expected,
    ...(near === undefined ? {} : { meant: `#${near}`, instead: near }),
    safe: same !== undefined,
    ...(doubt === undefined ? {} : { doubt }),
  };
}

const ABSENT = new Set(['foreign', 'missing']);

/** Whether the project's source or an inventory defines the name, or may. */
export const isObject = ({ source, inventories }: Site['project'], name: string): boolean =>
  (source !== undefined && /^[\w.]+$/u.test(name) && !ABSENT.has(source.find(name).status)) ||
  (inventories !== undefined &&
    [...inventories.values()].some(({ objects }) =>
      [...objects.values()].some((names) => names.has(name)),
    ));
