import { fileStart, known, type Fact } from '@pymaint/core';
import {
  checkOwnUrls,
  checkSiteUrls,
  type Document,
  type HostedRepository,
  type OwnSite,
  type WrittenUrl,
} from '@pymaint/docs';
import type { Project } from '@pymaint/python';
import type { ResolvedPages } from '../facts.ts';
import type { Sources } from './sources.ts';
import { treeOf } from './tree.ts';

/** Addresses of the metadata and of documents that name files of this very repository, or pages of its documentation. */
export async function gatherOwnUrls(
  sources: Sources,
  project: Fact<Project>,
  repository: Fact<HostedRepository>,
  documents: readonly Document[],
  sites: readonly OwnSite[],
): Promise<Fact<ResolvedPages>> {
  if (!repository.known) return repository;
  const urls = [
    ...(project.known ? ofProject(project.value) : []),
    ...documents.flatMap(ofDocument),
  ];
  const byPath = new Map(documents.map((document) => [document.path, document]));
  const findings = [
    ...checkOwnUrls(urls, repository.value, treeOf(sources), (path) => byPath.get(path)),
    ...checkSiteUrls(urls, sites),
  ];
  return known({ documents: urls.length, findings }, fileStart('.'));
}

const ofProject = ({ urls }: Project): readonly WrittenUrl[] =>
  urls.known
    ? [...urls.value.values()].map(({ text, place }) => ({ url: text, place, level: 'error' }))
    : [];

/** A text may speak of what was: a warning. */
const ofDocument = (document: Document): readonly WrittenUrl[] =>
  [
    ...document.links.map(({ url, urlSpan }) => ({ url, span: urlSpan })),
    ...document.files.map(({ path, pathSpan }) => ({ url: path, span: pathSpan })),
  ]
    .filter(({ url }) => url.startsWith('http'))
    .map(({ url, span }) => ({
      url,
      place: document.lines().range(span.start, span.end),
      level: 'warning',
    }));
