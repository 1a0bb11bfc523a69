import { fileStart, known, type Fact } from '@pymaint/core';
import {
  checkDefinitions,
  checkForgeLinks,
  type Document,
  forgePaths,
  joinPath,
  readMarkdown,
  readRst,
} from '@pymaint/docs';
import type { ForgePages, ResolvedDocs, ResolvedSites } from '../facts.ts';
import type { Sources } from './sources.ts';
import { treeOf } from './tree.ts';

/** The folders that site generators read Markdown in, and all documents that were read for them. */
interface Known {
  readonly folders: readonly string[];
  readonly documents: readonly Document[];
}

/** Reads the files that people read on the forge, and resolves their links, images and references. */
export async function gatherForge(
  sources: Sources,
  sphinx: Fact<ResolvedDocs>,
  mkdocs: Fact<ResolvedSites>,
): Promise<Fact<ForgePages>> {
  const sites: Known = {
    folders: [
      ...(sphinx.known && sphinx.value.markdown ? [sphinx.value.folder] : []),
      ...(mkdocs.known ? mkdocs.value.folders : []),
    ],
    documents: [
      ...(sphinx.known ? sphinx.value.read : []),
      ...(mkdocs.known ? mkdocs.value.read : []),
    ],
  };
  const paths = forgePaths(sources.files, {
    folders: sites.folders,
    partial: sources.partial !== undefined,
  });
  const pages = await Promise.all(
    paths.map(async ({ path, level }) => {
      const text = await sources.read(path);
      if (text === undefined || isOfAnotherSite(path, text)) return [];
      return [{ document: read(path, text), level, text }];
    }),
  );
  const documents = new Map(
    [...sites.documents, ...pages.flat().map(({ document }) => document)].map((it) => [
      it.path,
      it,
    ]),
  );
  const shown = shownFrom(pages.flat(), sites.documents);
  const forge = pages.flat().map(({ document, level }) => ({
    document,
    level,
    alsoFrom: shown(document),
  }));
  const findings = checkForgeLinks({
    tree: treeOf(sources),
    pages: forge,
    documentAt: (path) => documents.get(path),
    isTop: sources.isTop,
  });
  // Where a site resolves references by itself, a page that it shows too may hold such.
  const links = !(mkdocs.known && mkdocs.value.resolves);
  const undefinedOnes = forge
    .filter(({ document, alsoFrom }) => document.format !== 'rst' && alsoFrom.length === 0)
    .flatMap(({ document, level }) =>
      checkDefinitions(document, { links, footnotes: true, level }),
    );
  return known(
    {
      documents: forge.length,
      findings: [...findings, ...undefinedOnes],
      read: forge.map(({ document }) => document),
    },
    fileStart('.'),
  );
}

const read = (path: string, text: string): Document =>
  path.endsWith('.rst') ? readRst(path, text) : readMarkdown(path, text);

/** Front matter belongs to a site generator, whichever it is; the forge shows a README with one all the same. */
const isOfAnotherSite = (path: string, text: string): boolean =>
  text.startsWith('---\n') && !/(?:^|\/)readme\.\w+$/i.test(path);

/** Folders of the pages that include a file, and of files with the very same text: links to one another. */
function shownFrom(
  pages: readonly { readonly document: Document; readonly text: string }[],
  site: readonly Document[],
): (document: Document) => readonly string[] {
  const folders = new Map<string, string[]>();
  const add = (path: string, folder: string): void => {
    const same = folders.get(path);
    if (same === undefined) folders.set(path, [folder]);
    else same.push(folder);
  };
  for (const { path, files } of site)
    for (const file of files)
      if (file.kind === 'include') add(joinPath(folderOf(path), file.path), folderOf(path));
  const texts = new Map<string, string[]>();
  // What differs in length is not the same text: few need be compared in full.
  const lengths = new Set(pages.map(({ document }) => document.text.length));
  for (const { path, text } of [...pages.map(({ document }) => document), ...site])
    if (lengths.has(text.length)) texts.set(text, [...(texts.get(text) ?? []), path]);
  return ({ path, text }) => [
    ...(folders.get(path) ?? []),
    ...(texts.get(text) ?? []).filter((it) => it !== path).map(folderOf),
  ];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
