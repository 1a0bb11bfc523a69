import {
  readMarkdown,
  readNotebook,
  readRst,
  settingOr,
  type Document,
  type SphinxConf,
} from '@pymaint/docs';
import type { Sources } from './sources.ts';

/** Reads the documents below a folder, and what they include from elsewhere. */
export async function readDocuments(
  sources: Sources,
  folder: string,
  conf: SphinxConf,
): Promise<readonly Document[]> {
  const suffixes = new Set([...settingOr(conf.sourceSuffixes, ['.rst']), '.rst', '.md', '.ipynb']);
  const below = folder === '' ? '' : `${folder}/`;
  const queue = sources.files.filter(
    (path) => path.startsWith(below) && [...suffixes].some((suffix) => path.endsWith(suffix)),
  );
  const seen = new Set(queue);
  const documents: Document[] = [];
  for (const path of queue) {
    const text = await sources.read(path);
    if (text === undefined) continue;
    const document = readDocument(path, text, conf);
    documents.push(document);
    for (const included of includesOf(document, folder)) {
      if (seen.has(included) || !sources.has(included)) continue;
      seen.add(included);
      queue.push(included);
    }
  }
  return documents;
}

/** Where conf.py does not tell, all syntax that an extension may add is read as such. */
const ALL_EXTENSIONS = [
  'colon_fence',
  'dollarmath',
  'deflist',
  'attrs_inline',
  'attrs_block',
  'substitution',
];

function readDocument(path: string, text: string, conf: SphinxConf): Document {
  const extensions = settingOr(conf.mystExtensions, ALL_EXTENSIONS);
  if (path.endsWith('.ipynb')) return readNotebook(path, text, { flavour: 'myst', extensions });
  if (path.endsWith('.md')) return readMarkdown(path, text, { flavour: 'myst', extensions });
  return readRst(path, text, { domain: settingOr(conf.primaryDomain, 'py') });
}

const includesOf = ({ path, files }: Document, folder: string): readonly string[] =>
  files.flatMap(({ kind, path: file }) => {
    if (kind !== 'include' || file.startsWith('<')) return [];
    const base = file.startsWith('/') ? folder : path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return [resolvePath(base, file)];
  });

/** A relative path behind a folder, without `.` and `..`. */
function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/'))
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  return parts.join('/');
}
