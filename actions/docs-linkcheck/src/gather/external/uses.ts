import type { Project } from '@pymaint/python';
import type { Fact } from '@pymaint/core';
import {
  type Document,
  type ExternalUse,
  externalUses,
  readDocstrings,
  readMarkdown,
  readNotebook,
  readRst,
  webAddress,
} from '@pymaint/docs';
import type { Sources } from '../sources.ts';

/** Documents of tests and of other people's code are no documentation of this project. */
const ELSEWHERE =
  /(?:^|\/)(?:tests?|testing|fixtures?|test[-_]?data|_?vendor(?:ed)?(?:[-_][\w-]*)?|third[-_]party|extern(?:al)?s?|node_modules|site-packages)\//i;

/** Which documents are read. */
export interface DocumentChoice {
  /** The folder of conf.py, whose Markdown is MyST; undefined without Sphinx. */
  readonly sphinxFolder: string | undefined;
  readonly isExcluded: (path: string) => boolean;
}

/** All addresses of the web in the project's documents, docstrings and metadata, by path and place. */
export async function usesOf(
  sources: Sources,
  project: Fact<Project>,
  choice: DocumentChoice,
): Promise<readonly ExternalUse[]> {
  const uses: ExternalUse[] = [...urlsOf(project)];
  for (const path of sources.files) {
    if (ELSEWHERE.test(path) || choice.isExcluded(path) || !READ.test(path)) continue;
    const text = await sources.read(path);
    if (text === undefined || !text.includes('//')) continue;
    for (const document of documentsOf(path, text, choice)) uses.push(...externalUses(document));
  }
  return uses;
}

const READ =
  /\.(?:rst|md|markdown|ipynb|py)$|(?:^|\/)(?:README|CHANGES|CHANGELOG|CONTRIBUTING)\.txt$/i;

function documentsOf(
  path: string,
  text: string,
  { sphinxFolder }: DocumentChoice,
): readonly Document[] {
  if (path.endsWith('.py')) return readDocstrings(path, text).map(({ document }) => document);
  if (path.endsWith('.ipynb')) return [readNotebook(path, text)];
  if (/\.(?:rst|txt)$/i.test(path)) return [readRst(path, text)];
  const isMyst =
    sphinxFolder !== undefined && (sphinxFolder === '' || path.startsWith(`${sphinxFolder}/`));
  return [readMarkdown(path, text, { flavour: isMyst ? 'myst' : 'github' })];
}

/** The addresses that the metadata names. */
function urlsOf(project: Fact<Project>): readonly ExternalUse[] {
  if (!project.known || !project.value.urls.known) return [];
  return [...project.value.urls.value.values()].flatMap(({ text, place }) => {
    const href = webAddress(text);
    if (href === undefined) return [];
    // A text with quotes or escapes around it is longer than what it says.
    const plain = place.line === place.endLine && place.endColumn - place.column === text.length;
    return [{ written: text, href, place, plain }];
  });
}
