import { fileStart, known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import {
  resolveSphinx,
  settingOr,
  sphinxConf,
  sphinxSitePages,
  suffixesOf,
  type DocsProject,
  type LookUp,
} from '@pymaint/docs';
import type { ResolvedDocs } from '../facts.ts';
import type { Options } from '../options.ts';
import { pulledDocstrings } from './docstrings.ts';
import { readDocuments } from './documents.ts';
import type { FetchInventories } from './external/inventories.ts';
import { findConf } from './find-conf.ts';
import { excerpted } from './excerpted.ts';
import { gatherInventories } from './inventories.ts';
import { labelsElsewhere } from './labels.ts';
import { inventoryText, removedNames } from './published.ts';
import { sourceIndex } from './source-index.ts';
import type { Sources } from './sources.ts';

/** Reads Sphinx's documentation and resolves all of its references; with `fetch`, also by what other sites publish. */
export async function gatherSphinx(
  sources: Sources,
  options: Options,
  fetch?: FetchInventories,
): Promise<Fact<ResolvedDocs>> {
  const path = await findConf(sources, options);
  if (path === undefined) return notApplicable('the project has no Sphinx documentation');
  const text = await sources.read(path);
  if (text === undefined) return notKnown(`there is no \`${path}\``);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const conf = sphinxConf(path, text);
  const documents = await readDocuments(sources, folder, conf);
  const project: DocsProject = {
    sourceFolder: folder,
    conf,
    documents,
    hasFile: sources.has,
    isIgnored: (it) => sources.isIgnored(it),
    ...(sources.partial === undefined ? {} : { partial: sources.partial }),
    source: sourceIndex(sources),
    ...(await gatherInventories(sources, options, folder, conf, fetch)),
    texts: await excerpted(sources, folder, documents),
    docstrings: await pulledDocstrings(sources, documents),
    otherLabels: labelsElsewhere(sources, documents),
  };
  const findings = [...resolveSphinx(project), ...(await removedNames(sources, options, project))];
  return known(
    {
      folder,
      markdown: suffixesOf(conf).includes('.md'),
      documents: documents.length,
      read: documents,
      findings,
      inventory: () => inventoryText(project),
      site: {
        configured: settingOr(conf.htmlBaseUrl, '') || undefined,
        lookUp: once(() => sphinxSitePages(project)),
      },
    },
    fileStart(path),
  );
}

/** Made when it is first asked. */
function once(make: () => LookUp): LookUp {
  let made: LookUp | undefined;
  return (path, anchor) => (made ??= make())(path, anchor);
}
