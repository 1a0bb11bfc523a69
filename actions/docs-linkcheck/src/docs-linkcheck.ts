import { count } from '@pymaint/core';
import { defineAction } from '@pymaint/platform';
import { CHECKS } from './checks/index.ts';
import type { LinkFacts } from './facts.ts';
import { gatherLinks } from './gather.ts';
import { OPTIONS } from './options.ts';

/** The action as data: does everything in the documentation lead somewhere? */
export const docsLinkcheck = defineAction<typeof OPTIONS, LinkFacts>({
  name: 'docs-linkcheck',
  summary:
    'Finds references, links and images of a Python package’s documentation that lead nowhere, without building it',
  options: OPTIONS,
  slow: ['external'],
  doubtFails: false,
  checks: CHECKS,
  gather: gatherLinks,
  words: { yes: 'good', no: 'not good', unknown: 'good as far as is known' },
  headline,
  outputs: {},
  outputValues: () => ({}),
});

/** `docs/conf.py · 35 documents`; what the network left open first of all. */
function headline({ sphinx, mkdocs, external }: Partial<LinkFacts>): string {
  const sites = [sphinx, mkdocs].flatMap((site) =>
    site?.known === true ? [`${site.place.path} · ${count(site.value.documents, 'document')}`] : [],
  );
  const docs = sites.length === 0 ? 'no site of documentation' : sites.join(', ');
  const ended = external?.known === true && external.value.asked ? external.value.ended : undefined;
  return ended === undefined ? docs : `${ended} · ${docs}`;
}
