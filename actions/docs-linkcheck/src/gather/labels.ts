import { type Document, normalName } from '@pymaint/docs';
import type { Sources } from './sources.ts';

const HOLDERS = /\.(?:py|pyi|pyx|txt|inc|jinja2?|j2|tmpl|in|c|h|cpp|rst_t)$/u;

/**
 * Labels in docstrings, templates and whatever else a build may read. The files are searched when the first label is
 * asked for, as it is of those alone that are found nowhere else.
 */
export function labelsElsewhere(
  sources: Sources,
  documents: readonly Document[],
): Pick<ReadonlySet<string>, 'has'> {
  let labels: ReadonlySet<string> | undefined;
  return { has: (name) => (labels ??= labelsIn(sources, documents)).has(name) };
}

/** Documents are not read again. */
function labelsIn(sources: Sources, documents: readonly Document[]): ReadonlySet<string> {
  const known = new Map(documents.map(({ path, text }) => [path, text]));
  const labels = new Set<string>();
  for (const path of sources.files) {
    if (!HOLDERS.test(path)) continue;
    const text = known.get(path) ?? sources.readNow(path);
    if (text === undefined || !text.includes('.. _')) continue;
    for (const [, name = ''] of text.matchAll(/\.\. _([^:\n]{1,200}):[ \t]*$/gmu))
      labels.add(normalName(name.replaceAll('`', '')));
  }
  return labels;
}
