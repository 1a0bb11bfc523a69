import { fileStart, known, type Fact, type Gatherers, type Need } from '@pymaint/core';
import type { OwnSite } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { LinkFacts, ResolvedDocs, ResolvedPages } from './facts.ts';
import { earlierSources, newPages, unreachable } from './gather/earlier.ts';
import { gatherExternal } from './gather/external.ts';
import { type FetchInventories, inventoryFetcher } from './gather/external/inventories.ts';
import { gatherForge } from './gather/forge.ts';
import { gatherMkdocs } from './gather/mkdocs.ts';
import { ownSites } from './gather/own-sites.ts';
import { gatherOwnUrls } from './gather/own-urls.ts';
import { gatherProject } from './gather/project.ts';
import { withHistory } from './gather/renamed.ts';
import { gatherReadme } from './gather/readme.ts';
import { gatherRepository } from './gather/repository.ts';
import { gatherSources, type Sources } from './gather/sources.ts';
import { gatherSphinx } from './gather/sphinx.ts';
import type { Options } from './options.ts';

/** How each fact is found. What does not name another fact by `need` runs beside everything else. */
export const gatherLinks = (options: Options, ports: Ports): Gatherers<LinkFacts> => {
  const since = options['changed-since'];
  const fetch = options.external ? inventoryFetcher(ports, options) : undefined;
  let made: Promise<Earlier | undefined> | undefined;
  // Sphinx's pages and the forge's are both compared with the same older tree.
  const earlier = (sources: Sources, revision: string): Promise<Earlier | undefined> =>
    (made ??= gatherEarlier(ports, sources, options, revision, fetch));
  /** With the sources, and what git knows of the files that are found to be missing. */
  const resolvedWith =
    <P extends ResolvedPages>(
      resolve: (sources: Sources, need: Need<LinkFacts>) => Promise<Fact<P>>,
    ) =>
    async (need: Need<LinkFacts>): Promise<Fact<P>> => {
      const sources = await need('sources');
      return sources.known
        ? withHistory(ports, sources.value, await resolve(sources.value, need))
        : sources;
    };
  return {
    sources: async () => known(await gatherSources(ports), fileStart('.')),
    sphinx: resolvedWith(async (sources) => {
      const now = await gatherSphinx(sources, options, fetch);
      const path = options['write-inventory'];
      if (path !== undefined && now.known) await ports.workspace.write(path, now.value.inventory());
      if (since === undefined) return now;
      const before = await earlier(sources, since);
      return before === undefined ? unreachable(since) : newPages(now, before.sphinx, since);
    }),
    forge: resolvedWith(async (sources, need) => {
      const now = await gatherForge(sources, await need('sphinx'), await need('mkdocs'));
      if (since === undefined) return now;
      const before = await earlier(sources, since);
      if (before === undefined) return unreachable(since);
      const sites = await gatherMkdocs(before.sources);
      return newPages(now, await gatherForge(before.sources, before.sphinx, sites), since);
    }),
    mkdocs: resolvedWith(async (sources) => {
      const now = await gatherMkdocs(sources);
      if (since === undefined || !now.known) return now;
      const before = await earlier(sources, since);
      return before === undefined
        ? unreachable(since)
        : newPages(now, await gatherMkdocs(before.sources), since);
    }),
    ...addresses(options, ports),
  };
};

type Some<K extends keyof LinkFacts> = Pick<Gatherers<LinkFacts>, K>;

/** What is asked about addresses: those that PyPI shows, those of this repository, and those of others. */
const addresses = (
  options: Options,
  ports: Ports,
): Some<'project' | 'repository' | 'readme' | 'ownUrls' | 'external'> => ({
  async project(need) {
    const sources = await need('sources');
    return sources.known ? gatherProject(sources.value) : sources;
  },
  repository: (need) => gatherRepository(ports, () => need('project')),
  async readme(need) {
    const sources = await need('sources');
    if (!sources.known) return sources;
    return gatherReadme(sources.value, await need('project'), await need('repository'));
  },
  async ownUrls(need) {
    const sources = await need('sources');
    if (!sources.known) return sources;
    const pages = [await need('sphinx'), await need('mkdocs'), await need('forge')];
    const documents = pages.flatMap((fact) => (fact.known ? fact.value.read : []));
    const each = [...new Map(documents.map((it) => [it.path, it])).values()];
    const [project, repository] = [await need('project'), await need('repository')];
    return gatherOwnUrls(sources.value, project, repository, each, await sitesOf(need));
  },
  async external(need) {
    if (!options.external) return known({ asked: false }, fileStart('.'));
    const sources = await need('sources');
    return sources.known
      ? gatherExternal(ports, options, sources.value, await sitesOf(need))
      : sources;
  },
});

/** The sites on which this documentation is published. */
const sitesOf = async (need: Need<LinkFacts>): Promise<readonly OwnSite[]> =>
  ownSites({
    project: await need('project'),
    repository: await need('repository'),
    sphinx: await need('sphinx'),
    mkdocs: await need('mkdocs'),
  });

/** The tree of an older revision, with its documentation. */
interface Earlier {
  readonly sources: Sources;
  readonly sphinx: Fact<ResolvedDocs>;
}

async function gatherEarlier(
  ports: Ports,
  now: Sources,
  options: Options,
  revision: string,
  fetch: FetchInventories | undefined,
): Promise<Earlier | undefined> {
  const sources = await earlierSources(ports, now, revision);
  return sources && { sources, sphinx: await gatherSphinx(sources, options, fetch) };
}
