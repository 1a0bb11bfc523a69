import { normalName } from '@pymaint/docs';
import type { Sources } from './sources.ts';

const HOLDERS = /\.(?:py|pyi|pyx|txt|inc|jinja2?|j2|tmpl|in|c|h|cpp|rst_t)$/u;

/** Labels in docstrings, templates and whatever else a build may read. Texts that are known are not read again. */
export async function labelsElsewhere(
  sources: Sources,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const labels = new Set<string>();
  for (const path of sources.files) {
    if (!HOLDERS.test(path)) continue;
    const text = known.get(path) ?? (await sources.read(path));
    if (text === undefined || !text.includes('.. _')) continue;
    for (const [, name = ''] of text.matchAll(/\.\. _([^:\n]{1,200}):[ \t]*$/gmu))
      labels.add(normalName(name.replaceAll('`', '')));
  }
  return labels;
}
