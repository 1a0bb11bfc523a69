import { nearest } from '@pymaint/core';
import { CLASSIFIER_TREE, DEPRECATED_CLASSIFIERS } from './classifiers.generated.ts';

export { CLASSIFIERS_DATE } from './classifiers.generated.ts';

/**
 * Why an index refuses a classifier:
 * - `deprecated`: those of `by` take its place, if any;
 * - `unknown`: it is not in the list, and `near` is what may have been meant. Where `newer`, it only differs by a number
 *   from classifiers that are in it (`Framework :: Django :: 9.0`), so a newer list may well have it.
 */
export type ClassifierFault =
  | { readonly kind: 'deprecated'; readonly by: readonly string[] }
  | { readonly kind: 'unknown'; readonly near: string | undefined; readonly newer: boolean };

/**
 * Judges one classifier by the list that PyPI uses (the distribution trove-classifiers), exactly as written: case and
 * spaces count. `Private :: …` is no fault: it is in no list on purpose, so that the index refuses the upload
 * (https://pypi.org/classifiers/).
 */
export function classifierFault(classifier: string): ClassifierFault | undefined {
  const by = DEPRECATED_CLASSIFIERS[classifier];
  if (by !== undefined) return { kind: 'deprecated', by };
  if (all().has(classifier) || classifier.startsWith('Private :: ')) return undefined;
  return { kind: 'unknown', near: nearClassifier(classifier), newer: isNewer(classifier) };
}

let classifiers: ReadonlySet<string> | undefined;

/** Unfolded at the first question, then kept. */
function all(): ReadonlySet<string> {
  if (classifiers !== undefined) return classifiers;
  const found = new Set<string>();
  const prefix: string[] = [];
  for (const line of CLASSIFIER_TREE.split('\n')) {
    const part = line.trimStart();
    const depth = line.length - part.length;
    const isNone = part.startsWith('-');
    prefix.length = depth;
    prefix.push(isNone ? part.slice(1) : part);
    if (!isNone) found.add(prefix.join(' :: '));
  }
  classifiers = found;
  return found;
}

/** The same but for case and spaces, else one that few letters part from it. Numbers are never mistaken for each other. */
function nearClassifier(classifier: string): string | undefined {
  const plain = plainly(classifier);
  for (const known of all()) if (plainly(known) === plain) return known;
  if (isNewer(classifier) || classifier.length > 200) return undefined;
  const near = nearest(classifier, all());
  return near !== undefined && digits(near) === digits(classifier) && isClose(near, classifier)
    ? near
    : undefined;
}

const plainly = (text: string): string => text.toLowerCase().replace(/[\s:_-]+/g, '');
const digits = (text: string): string => text.replace(/\D+/g, '');

/** Long classifiers share much: only one part may differ, and that by few letters. */
function isClose(near: string, classifier: string): boolean {
  const [a, b] = [near.split(' :: '), classifier.split(' :: ')];
  if (a.length !== b.length) return true;
  const differing = a.flatMap((part, at) => (part === b[at] ? [] : [[part, b[at] ?? ''] as const]));
  return differing.length === 1 && differing.every(([to, from]) => nearest(from, [to]) === to);
}

/** True where a number ends it, and the list has others that end with a number at the same place. */
function isNewer(classifier: string): boolean {
  const at = classifier.lastIndexOf(' :: ') + 4;
  if (at < 4 || !/^\d+(?:\.\d+)*$/.test(classifier.slice(at))) return false;
  const parent = classifier.slice(0, at);
  for (const known of all())
    if (known.startsWith(parent) && /^\d/.test(known.slice(at))) return true;
  return false;
}
