import { type Finding, fileStart, type Place } from '@pymaint/core';
import { generatorOf } from '../graph/certainty.ts';
import { areOfSource } from '../graph/check-objects.ts';
import { labelsOf } from '../graph/labels.ts';
import { describedObjects } from '../graph/objects.ts';
import { type DocsProject, type Site, siteOf } from '../graph/project.ts';
import { withDoubt } from '../graph/report.ts';
import { slug } from '../slugs.ts';
import type { Inventory } from './inventory.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['term', 'std:term'],
  ['envvar', 'std:envvar'],
  ['option', 'std:cmdoption'],
]);

/**
 * What the documentation publishes for others to link to, as its sources tell: documents, labels, terms, options,
 * variables, and the Python objects that its pages describe by themselves. What autodoc adds is not in it.
 */
export function publishedInventory(project: DocsProject, name: string, version: string): Inventory {
  const site = siteOf(project);
  const objects = new Map<string, Map<string, string>>();
  const add = (type: string, entry: string, uri: string): void => {
    const same = objects.get(type);
    if (same === undefined) objects.set(type, new Map([[entry, uri]]));
    else if (!same.has(entry)) same.set(entry, uri);
  };
  for (const page of site.pages.values()) {
    add('std:doc', page.name, `${page.name}.html`);
    for (const { document } of page.parts)
      for (const { kind, name: target, role } of document.targets) {
        const type = kind === 'object' ? role : KINDS.get(kind);
        if (type !== undefined) add(type, target, `${page.name}.html#${slug('docutils', target)}`);
      }
  }
  for (const [label, [first]] of labelsOf(site))
    if (first !== undefined)
      add('std:label', label, `${first.page}.html#${slug('docutils', label)}`);
  return { project: name, version, objects };
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['std:doc', 'document'],
  ['std:label', 'label'],
  ['std:term', 'term'],
  ['std:envvar', 'variable'],
  ['std:cmdoption', 'option'],
]);
/** What Sphinx itself publishes. */
const STANDARD = new Set(['genindex', 'modindex', 'py-modindex', 'search']);

/**
 * What an earlier inventory of the same documentation holds and this one no longer does: links of others that now
 * lead nowhere. Documents that a redirect leads on from are left out. A Python object counts as there where the
 * source has it, for autodoc may describe it.
 */
export function removedSince(project: DocsProject, before: Inventory): readonly Finding[] {
  const site = siteOf(project);
  const now = publishedInventory(project, before.project, '').objects;
  const described = describedObjects(site);
  const redirected = new Set(
    project.conf.redirects.known
      ? project.conf.redirects.value.map((it) => it.replace(/^\//u, '').replace(/\.\w+$/u, ''))
      : [],
  );
  const findings: Finding[] = [];
  for (const [type, names] of before.objects) {
    const isPython = type.startsWith('py:');
    const word = isPython ? 'object' : WORDS.get(type);
    if (word === undefined) continue;
    const doubt = generatorOf(project.conf, isPython ? areOfSource : undefined);
    for (const [name, uri] of names) {
      if (STANDARD.has(name) || now.get(type)?.has(name) === true) continue;
      if (type === 'std:doc' && redirected.has(name)) continue;
      if (isPython && isThere(project, described, name)) continue;
      const { level, tail } = withDoubt(doubt);
      findings.push({
        rule: 'docs/removed-name',
        level: level === 'error' ? 'warning' : level,
        message: `Unexpected removal of the ${word} \`${name}\`, which ${before.version === '' ? 'the documentation' : before.version} published at \`${uri}\`, expected it to stay, or a redirect${tail}`,
        place: placeOf(site, uri),
      });
    }
  }
  return findings;
}

function isThere(
  { source }: DocsProject,
  described: ReadonlyMap<string, unknown>,
  name: string,
): boolean {
  if (described.has(name)) return true;
  const status = source?.find(name).status;
  return status === 'found' || status === 'unknown';
}

/** The page that it was on, where there still is one. */
function placeOf({ pages, project }: Site, uri: string): Place {
  const page = pages.get(uri.replace(/#.*$/su, '').replace(/(?:\/|\.html)$/u, ''));
  return fileStart(page?.document.path ?? project.conf.path);
}
