import type { Reader } from './reader.ts';

/** Something without a title stands behind the labels met: they name a place, but nothing to show. */
export function closeLabels(reader: Reader): void {
  const { labels, draft } = reader;
  if (labels.length === 0) return;
  for (const index of labels) {
    const label = draft.targets[index];
    if (label !== undefined) draft.targets[index] = { ...label, untitled: true };
  }
  labels.length = 0;
}

/** A section title stands behind the labels met. */
export function labelsBeforeHeading(reader: Reader, heading: number): void {
  const { labels, draft } = reader;
  for (const index of labels) {
    const label = draft.targets[index];
    if (label !== undefined) draft.targets[index] = { ...label, heading };
  }
  labels.length = 0;
}

/** A figure, table, code block or toctree with this caption stands behind the labels met. */
export function labelsBeforeCaption(reader: Reader, caption: string): void {
  const { labels, draft } = reader;
  for (const index of labels) {
    const label = draft.targets[index];
    if (label !== undefined) draft.targets[index] = { ...label, caption };
  }
  labels.length = 0;
}

/** Something stands behind the labels met of which is not known whether it has a title. */
export const forgetLabels = (reader: Reader): void => {
  reader.labels.length = 0;
};
