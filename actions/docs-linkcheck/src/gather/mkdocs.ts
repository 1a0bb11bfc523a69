import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import {
  checkMkdocs,
  REFERENCE_PLUGINS as RESOLVERS,
  type Document,
  emptyDraft,
  finishDocument,
  joinPath,
  mkdocsSitePages,
  type MkdocsConfig,
  readMarkdown,
  readMkdocsConfig,
} from '@pymaint/docs';
import type { ResolvedSites } from '../facts.ts';
import type { Sources } from './sources.ts';
import { treeOf } from './tree.ts';

/** Reads the MkDocs sites of a project, and resolves their links and navigation. */
export async function gatherMkdocs(sources: Sources): Promise<Fact<ResolvedSites>> {
  const paths = sources.files.filter((path) => CONFIG.test(path) && !ELSEWHERE.test(path));
  const sites = await Promise.all(paths.slice(0, MOST).map((path) => readSite(sources, path)));
  const read = sites.flat();
  const [first] = read;
  if (first === undefined) return notApplicable('the project has no MkDocs site');
  const tree = treeOf(sources);
  const shownFrom = await twins(sources);
  return known(
    {
      folders: read.map(({ docsFolder }) => docsFolder),
      resolves: read.some(({ config }) => config.plugins.some((name) => RESOLVERS.test(name))),
      sites: read.map((site) => ({
        configured: site.config.siteUrl,
        lookUp: mkdocsSitePages({ ...site, tree }),
      })),
      documents: read.reduce((sum, { documents }) => sum + documents.length, 0),
      read: read.flatMap(({ documents }) => documents),
      findings: read.flatMap((site) => checkMkdocs({ ...site, tree, shownFrom })),
    },
    fileStart(first.configFile.path),
  );
}

const CONFIG = /(?:^|\/)mkdocs\.ya?ml$/u;
const ELSEWHERE = /(?:^|\/)(?:tests?|fixtures?|templates?|vendor|_[^/]*|\.[^/]*)\/|[{}]/u;
const MOST = 20;

interface Site {
  readonly configFile: Document;
  readonly config: MkdocsConfig;
  readonly docsFolder: string;
  readonly documents: readonly Document[];
}

/** A site; nothing where its folder of pages is not in the tree. */
async function readSite(sources: Sources, path: string): Promise<readonly Site[]> {
  const text = (await sources.read(path)) ?? '';
  const config = readMkdocsConfig(text);
  const docsFolder = joinPath(path.slice(0, Math.max(0, path.lastIndexOf('/'))), config.docsDir);
  const pages = sources.files.filter(
    (file) => file.startsWith(docsFolder === '' ? '' : `${docsFolder}/`) && file.endsWith('.md'),
  );
  if (config.problems.length > 0 || pages.length === 0) return [];
  const documents = await Promise.all(
    pages.map(async (page) => {
      const content = await sources.read(page);
      if (content === undefined) return [];
      return [readMarkdown(page, content, { flavour: 'mkdocs', extensions: config.extensions })];
    }),
  );
  return [
    {
      configFile: finishDocument(path, 'markdown', text, emptyDraft()),
      config,
      docsFolder,
      documents: documents.flat(),
    },
  ];
}

/** Folders of the files at the top with the very same text as a page: one is a link to the other, or a copy. */
async function twins(sources: Sources): Promise<(page: Document) => readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of sources.files.filter((it) => /^(?:\.github\/)?[^/]+\.md$/u.test(it))) {
    const text = await sources.read(path);
    if (text === undefined) continue;
    folders.set(text, [...(folders.get(text) ?? []), path.startsWith('.github/') ? '.github' : '']);
  }
  return ({ text }) => folders.get(text) ?? [];
}
