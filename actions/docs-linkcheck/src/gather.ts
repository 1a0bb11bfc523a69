import { fileStart, known, type Gatherers } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { LinkFacts } from './facts.ts';
import { gatherForge } from './gather/forge.ts';
import { gatherExternal } from './gather/external.ts';
import { gatherSources } from './gather/sources.ts';
import { gatherSphinx } from './gather/sphinx.ts';
import type { Options } from './options.ts';

/** How each fact is found. What does not name another fact by `need` runs beside everything else. */
export const gatherLinks = (options: Options, ports: Ports): Gatherers<LinkFacts> => ({
  sources: async () => known(await gatherSources(ports), fileStart('.')),
  async sphinx(need) {
    const sources = await need('sources');
    return sources.known ? gatherSphinx(sources.value, options) : sources;
  },
  async forge(need) {
    const sources = await need('sources');
    return sources.known ? gatherForge(sources.value, await need('sphinx')) : sources;
  },
  async external(need) {
    if (!options.external) return known({ asked: false }, fileStart('.'));
    const sources = await need('sources');
    return sources.known ? gatherExternal(ports, options, sources.value) : sources;
  },
});
