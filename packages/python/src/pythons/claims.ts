import { lineIndex, type Range } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import type { SourceTree } from '../source-tree.ts';

/** A place that says a Python is supported or tested. */
export interface PythonClaim {
  /** `3.9`. */
  readonly minor: string;
  readonly place: Range;
  readonly kind: 'classifier' | 'tox' | 'nox' | 'workflow';
  readonly written: string;
}

const CLASSIFIER = /^Programming Language :: Python :: (\d+\.\d+)$/;

/** All minor versions of Python that classifiers, tox, nox and workflows name, by file and place. */
export function pythonClaims(tree: SourceTree, project: Project): readonly PythonClaim[] {
  const classifiers = project.classifiers.known ? project.classifiers.value : [];
  return [
    ...classifiers.flatMap(({ text, place }): readonly PythonClaim[] => {
      const minor = CLASSIFIER.exec(text)?.[1];
      return minor === undefined ? [] : [{ minor, place, kind: 'classifier', written: text }];
    }),
    ...toxClaims(tree),
    ...noxClaims(tree),
    ...tree.list().flatMap((path) => workflowClaims(tree, path)),
  ];
}

/** `py39`, `py{39,310}` and `py3{9,10}` of `envlist`; nothing where tox does not install the package. */
function toxClaims(tree: SourceTree): readonly PythonClaim[] {
  const path = 'tox.ini';
  const text = tree.read(path) ?? '';
  if (/^[ \t]*(?:skip_?install|skip_?sdist|no_package|package[ \t]*=[ \t]*skip)/im.test(text))
    return [];
  const list = /^env_?list[ \t]*=([^\n]*(?:\n[ \t]+[^\n]*|\n[ \t]*(?=\n[ \t]))*)/im.exec(text);
  if (list?.[1] === undefined) return [];
  const start = list.index + list[0].length - list[1].length;
  const index = lineIndex(path, text);
  const claims: PythonClaim[] = [];
  for (const match of list[1].matchAll(/\bpy(3?)(?:(\d{1,3})\b|\{([\d, ]+)\})/g)) {
    const [whole, three = '', plain, braces = ''] = match;
    // `py3` and `pypy3` name no minor version; a comment says nothing.
    const line = list[1].slice(0, match.index).split('\n').at(-1) ?? '';
    if (line.includes('#')) continue;
    const at = start + match.index;
    for (const digits of plain === undefined ? braces.split(',') : [plain]) {
      const minor = /^3(\d{1,2})$/.exec(`${three}${digits.trim()}`)?.[1];
      if (minor === undefined) continue;
      const place = index.range(at, at + whole.length);
      claims.push({ minor: `3.${minor}`, place, kind: 'tox', written: `py3${minor}` });
    }
  }
  return claims;
}

const noxClaims = (tree: SourceTree): readonly PythonClaim[] =>
  listed(tree, 'noxfile.py', 'nox', /\bpython[ \t]*=[ \t]*[[(]([^\])]*)[\])]/g);

const workflowClaims = (tree: SourceTree, path: string): readonly PythonClaim[] =>
  /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)
    ? listed(tree, path, 'workflow', /^[ \t]*python(?:-version)?s?:[ \t]*\[([^\]]*)\]/gim)
    : [];

/** Versions in quotes in the first group of each match. */
function listed(
  tree: SourceTree,
  path: string,
  kind: PythonClaim['kind'],
  pattern: RegExp,
): readonly PythonClaim[] {
  const text = tree.read(path);
  if (text === undefined) return [];
  const index = lineIndex(path, text);
  return [...text.matchAll(pattern)].flatMap((match) => {
    const inner = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(inner);
    return [...inner.matchAll(/(['"])(3\.\d{1,2})\1/g)].map(
      ([quoted, , minor = ''], position, all): PythonClaim => {
        const at = start + (all[position]?.index ?? 0) + 1;
        return { minor, place: index.range(at, at + quoted.length - 2), kind, written: minor };
      },
    );
  });
}
