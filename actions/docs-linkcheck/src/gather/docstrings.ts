import { type Docstring, type Document, type PulledDocstring, readDocstrings } from '@pymaint/docs';
import type { Sources } from './sources.ts';

/** The docstrings that autodoc's directives put into pages, as far as these name a module of the project. */
export async function pulledDocstrings(
  sources: Sources,
  documents: readonly Document[],
): Promise<readonly PulledDocstring[]> {
  const read = new Map<string, readonly Docstring[]>();
  const pulled: PulledDocstring[] = [];
  for (const { path: page, directives } of documents)
    for (const { name, argument, options } of directives) {
      const object = argument.trim().split('(', 1)[0] ?? '';
      const found = /^(?:py:)?auto(?:module|class|exception|function)$/u.test(name)
        ? fileOf(sources, object)
        : undefined;
      if (found === undefined) continue;
      const all = read.get(found.path) ?? (await docstringsAt(sources, found.path));
      read.set(found.path, all);
      const members = options.find((option) => option.name === 'members')?.value;
      for (const docstring of all)
        if (isShown(docstring.name, found.name, members))
          pulled.push({ document: docstring.document, page });
    }
  return pulled;
}

const ROOTS = ['', 'src/', 'lib/', 'python/'];

/** The file of a module, or of the module that holds an object, and the object's name in it. */
function fileOf(
  { has }: Sources,
  object: string,
): { readonly path: string; readonly name: string } | undefined {
  if (!/^[A-Za-z_][\w.]*$/u.test(object)) return undefined;
  const parts = object.split('.');
  for (let n = parts.length; n > 0; n -= 1) {
    const base = parts.slice(0, n).join('/');
    const path = ROOTS.flatMap((root) => [`${root}${base}.py`, `${root}${base}/__init__.py`]).find(
      has,
    );
    if (path !== undefined) return { path, name: parts.slice(n).join('.') };
  }
  return undefined;
}

async function docstringsAt(sources: Sources, path: string): Promise<readonly Docstring[]> {
  const text = (await sources.read(path)) ?? '';
  // `__all__` decides which members autodoc takes; one that names little is rather too little than too much.
  const all = /^__all__\b[^=\n]*=\s*[[(]([^\])]*)[\])]/mu.exec(text)?.[1];
  const listed = new Set(all?.match(/[\w]+/gu) ?? []);
  return readDocstrings(path, text).filter(
    ({ name }) => name === '' || all === undefined || listed.has(name.split('.', 1)[0] ?? ''),
  );
}

/** The object itself, and its public members where they are asked for. */
function isShown(name: string, object: string, members: string | undefined): boolean {
  if (name === object) return true;
  const below =
    object === '' ? name : name.startsWith(`${object}.`) ? name.slice(object.length + 1) : '';
  if (members === undefined || below === '' || /(?:^|\.)_/u.test(below)) return false;
  const wanted = members.split(/[\s,]+/u).filter((it) => it !== '');
  return wanted.length === 0 || wanted.includes(below.split('.', 1)[0] ?? '');
}
