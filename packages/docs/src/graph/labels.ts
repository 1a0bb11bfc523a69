import { type Document, type Span, type Target, collapse, normalName } from '../document.ts';
import { settingOr } from '../sphinx/conf.ts';
import type { Site } from './project.ts';

/** A label, and where it is defined first. */
export interface Label {
  readonly name: string;
  readonly document: Document;
  readonly span: Span;
  readonly page: string;
  /** False where Sphinx has no title to show, so that `:ref:` needs one. */
  readonly titled: boolean;
  /** Whether autosectionlabel made it of a title. */
  readonly section?: boolean;
}

/** The labels of a site by `normalName`, each with all places that define it. */
export type Labels = ReadonlyMap<string, readonly Label[]>;

const KINDS = new Set<Target['kind']>(['label', 'name', 'inline', 'alias']);

/** Collects labels: explicit targets, `:name:` options and, with autosectionlabel, titles. */
export function labelsOf(site: Site): Labels {
  const labels = new Map<string, Label[]>();
  const add = (label: Label): void => {
    const key = normalName(label.name);
    const same = labels.get(key);
    if (same === undefined) labels.set(key, [label]);
    else if (
      !same.some(
        ({ document, span }) => document === label.document && span.start === label.span.start,
      )
    )
      same.push(label);
  };
  const { conf } = site.project;
  const sections = settingOr(conf.extensions, []).includes('sphinx.ext.autosectionlabel');
  const depth = settingOr(conf.autosectionlabelDepth, 0);
  const prefix = settingOr(conf.autosectionlabelPrefix, false);
  for (const page of site.pages.values())
    for (const { document } of page.parts) {
      for (const target of document.targets)
        if (KINDS.has(target.kind))
          add({
            name: target.name,
            document,
            span: target.nameSpan,
            page: page.name,
            titled: target.kind !== 'inline' && target.untitled !== true,
          });
      if (!sections) continue;
      for (const { text, span, level } of document.headings)
        if (depth === 0 || level <= depth)
          add({
            name: prefix ? `${page.name}:${collapse(text)}` : text,
            document,
            span,
            page: page.name,
            titled: true,
            section: true,
          });
    }
  return labels;
}

/** Labels that Sphinx itself makes. */
export const STANDARD_LABELS = new Set(['genindex', 'modindex', 'py-modindex', 'search']);
