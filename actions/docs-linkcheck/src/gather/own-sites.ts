import type { Fact } from '@pymaint/core';
import { publishedSites, type HostedRepository, type OwnSite } from '@pymaint/docs';
import type { Project } from '@pymaint/python';
import type { ConfiguredSite, ResolvedDocs, ResolvedSites } from '../facts.ts';

/** What tells where the project's documentation is published, and what it has there. */
export interface SiteFacts {
  readonly project: Fact<Project>;
  readonly repository: Fact<HostedRepository>;
  readonly sphinx: Fact<ResolvedDocs>;
  readonly mkdocs: Fact<ResolvedSites>;
}

/**
 * The project's own sites, where this tree is that of the default branch or may become it. Where there are several
 * documentations, what the metadata name may be any of them: then only their own configuration counts.
 */
export function ownSites({ project, repository, sphinx, mkdocs }: SiteFacts): readonly OwnSite[] {
  if (!repository.known || repository.value.refs.length === 0) return [];
  const all: readonly ConfiguredSite[] = [
    ...(sphinx.known ? [sphinx.value.site] : []),
    ...(mkdocs.known ? mkdocs.value.sites : []),
  ];
  const name = project.known && project.value.name.known ? [project.value.name.value] : [];
  const urls =
    project.known && project.value.urls.known && all.length === 1
      ? [...project.value.urls.value.values()].map(({ text }) => text)
      : [];
  const names = [...name, repository.value.name.split('/').at(-1) ?? ''].filter((it) => it !== '');
  return all
    .map(({ configured, lookUp }) => ({
      sites: publishedSites({ configured, urls, names }),
      lookUp,
    }))
    .filter(({ sites }) => sites.length > 0);
}
