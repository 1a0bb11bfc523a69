import type { Http, Prober } from '../ports/index.ts';
import type { NodeProberOptions } from '../prober/prober.ts';
import { once } from './git-repository.ts';
import type { NodeHttpOptions } from './http.ts';

// Node takes longer to load TLS than a run without network takes in all, so both adapters are loaded when they are first
// asked. `eager`: the bundle stays one file.

/** The network, for one request after another. */
export function nodeHttp(options: NodeHttpOptions = {}): Http {
  const load = once(async () => {
    const { nodeHttp: direct } = await import(/* webpackMode: "eager" */ './http.ts');
    return direct(options);
  });
  return { request: async (request) => (await load()).request(request) };
}

/** The network, for many pages at once. */
export function nodeProber(options: NodeProberOptions = {}): Prober {
  const load = once(async () => {
    const { nodeProber: direct } = await import(/* webpackMode: "eager" */ '../prober/prober.ts');
    return direct(options);
  });
  return { probe: async (run) => (await load()).probe(run) };
}
