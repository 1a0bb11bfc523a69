import { fileStart, groupBy, known, withCommas, type Fact, type PageQuery } from '@pymaint/core';
import {
  type ExternalUse,
  failsForGood,
  fragmentOf,
  hasScriptedAnchors,
  judgeLink,
  lookUpOwn,
  type OwnAnswer,
  type OwnSite,
  type LinkMemory,
  type LinkSettings,
  type LinkVerdict,
  ownAnswer,
  passedOver,
  probePolicy,
  remember,
  remembered,
  shardOf,
} from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { ExternalLinks, JudgedLink } from '../external-facts.ts';
import type { Options } from '../options.ts';
import { archivedCopies } from './external/archive.ts';
import { externalInput, type ExternalInput } from './external/input.ts';
import { reachOf } from './external/reach.ts';
import { linkStore, type LinkStore } from './external/memory.ts';
import type { Sources } from './sources.ts';

/** Judges every external address: by what is remembered, by the clone, and for the rest by asking. */
export async function gatherExternal(
  ports: Ports,
  options: Options,
  sources: Sources,
  sites: readonly OwnSite[],
): Promise<Fact<ExternalLinks>> {
  const input = { ...(await externalInput(ports, options, sources)), sites };
  const store = await linkStore(ports, options['link-cache']);
  const links = groupBy(input.uses, ({ href }) => href);
  const sorted = sortOut(links, input, options, store, ports.clock.today());
  const verdicts = new Map(sorted.known);
  const deadline = ports.clock.monotonic() + options['external-budget'];
  const answers = await probe(ports, options, input.settings, sorted.toAsk);
  const copies = await archivedCopies(ports, options, answers, store.archived, deadline);
  const ended = endOf(answers);
  for (const [href, verdict] of answers) verdicts.set(href, verdict);
  const memories = memoriesOf(store, answers, copies, ports.clock.today());
  await store.save(memories);
  const judged = [...verdicts].map(([href, verdict]): JudgedLink => {
    const memory = memories.get(href);
    return {
      href,
      uses: links.get(href) ?? [],
      verdict,
      lastGood: memory?.lastGood,
      failing: failingOf(memory, options),
      archived: copies.get(href),
    };
  });
  return known(
    {
      asked: true,
      links: judged.filter(({ uses }) => uses.length > 0),
      probed: answers.size,
      remembered: sorted.remembered,
      answeredByGit: sorted.answeredByGit,
      leftOut: sorted.leftOut,
      ended,
    },
    fileStart('.'),
  );
}

interface Sorted {
  readonly known: ReadonlyMap<string, LinkVerdict>;
  readonly toAsk: readonly string[];
  readonly remembered: number;
  readonly answeredByGit: number;
  readonly leftOut: number;
}

/** A page that this tree builds is there, whatever was built from it last; what it lacks, a redirect may still know. */
function siteAnswer(href: string, sites: readonly OwnSite[]): OwnAnswer | undefined {
  const found = lookUpOwn(href, sites);
  return found?.page === 'there' && found.site.isThis
    ? { kind: 'there', evidence: 'the documentation has the page' }
    : undefined;
}

/** What needs no asking, and what does. */
function sortOut(
  links: ReadonlyMap<string, readonly ExternalUse[]>,
  { settings, own, sites }: ExternalInput & { readonly sites: readonly OwnSite[] },
  options: Options,
  { cache }: LinkStore,
  today: string,
): Sorted {
  const verdicts = new Map<string, LinkVerdict>();
  const toAsk: string[] = [];
  let [fromMemory, answeredByGit, leftOut] = [0, 0, 0];
  for (const [href, [use]] of links) {
    // All anchors of a page are of one part, so that no page is asked twice.
    if (shardOf(pageOf(href), options.shard.of) !== options.shard.index) continue;
    const written = use?.written ?? href;
    const passed = passedOver(written, href);
    const mayAsk = passed === undefined || (passed === 'example' && options['allow-private']);
    if (!mayAsk || settings.isIgnored(href) || settings.isIgnored(written)) {
      leftOut += 1;
      continue;
    }
    const answer = (own && ownAnswer(href, own)) ?? siteAnswer(href, sites);
    if (answer !== undefined) {
      if (answer.kind === 'left-out') leftOut += 1;
      else {
        answeredByGit += 1;
        verdicts.set(href, { class: 'ok', evidence: answer.evidence });
      }
      continue;
    }
    const memory = remembered(cache, href, today, options['fail-after']);
    if (memory === undefined) toAsk.push(href);
    else {
      fromMemory += 1;
      verdicts.set(href, memory);
    }
  }
  return { known: verdicts, toAsk, remembered: fromMemory, answeredByGit, leftOut };
}

const pageOf = (href: string): string => href.split('#', 1)[0] ?? href;

/** Asks for each page once, for all its anchors. */
async function probe(
  ports: Ports,
  options: Options,
  settings: LinkSettings,
  hrefs: readonly string[],
): Promise<ReadonlyMap<string, LinkVerdict>> {
  const byPage = groupBy(hrefs, pageOf);
  const verdicts = new Map<string, LinkVerdict>();
  const anchorOf = (href: string): string => {
    const anchor = fragmentOf(href);
    return anchor === '' || hasScriptedAnchors(href) || settings.ignoresAnchor(href, anchor)
      ? ''
      : anchor;
  };
  const pages = function* (): Generator<PageQuery> {
    for (const [url, all] of inTurns(byPage))
      yield { url, anchors: [...new Set(all.map(anchorOf))].filter((anchor) => anchor !== '') };
  };
  if (byPage.size === 0) return verdicts;
  let done = 0;
  const reach = reachOf();
  await ports.prober.probe({
    pages: pages(),
    policy: probePolicy(options['allow-private']),
    limits: { runBudget: options['external-budget'], timeout: options['external-timeout'] },
    seen(page, exchange) {
      done += 1;
      reach.note(page.url, exchange);
      ports.progress?.('external', `${withCommas(done)} of ${withCommas(byPage.size)} addresses`);
      for (const href of byPage.get(page.url) ?? []) verdicts.set(href, judgeLink(href, exchange));
    },
  });
  return new Map(
    [...verdicts].map(([href, verdict]) => [
      href,
      verdict.class === 'unchecked' ? verdict : (reach.instead(pageOf(href)) ?? verdict),
    ]),
  );
}

/** One page of each host after the other, so that the first ones asked keep all hosts busy. */
function* inTurns<T>(pages: ReadonlyMap<string, T>): Generator<readonly [string, T]> {
  let hosts = [...groupBy(pages, ([url]) => url.split('/', 3)[2] ?? '').values()];
  for (let turn = 0; hosts.length > 0; turn += 1) {
    for (const host of hosts) {
      const page = host[turn];
      if (page !== undefined) yield page;
    }
    hosts = hosts.filter(({ length }) => length > turn + 1);
  }
}

/** Why several links stayed unchecked, where that is for one reason that concerns the run as a whole. */
function endOf(verdicts: ReadonlyMap<string, LinkVerdict>): string | undefined {
  const unchecked = [...verdicts.values()].filter(({ class: one }) => one === 'unchecked');
  const reasons = groupBy(unchecked, ({ evidence }) => evidence);
  for (const [reason, { length }] of reasons)
    if (/time of .* was used up|no host was reached|most names|the run was ended/.test(reason))
      return `${withCommas(length)} of ${withCommas(verdicts.size)} addresses unchecked: ${reason}`;
  return undefined;
}

function memoriesOf(
  { cache }: LinkStore,
  answers: ReadonlyMap<string, LinkVerdict>,
  copies: ReadonlyMap<string, string>,
  today: string,
): ReadonlyMap<string, LinkMemory> {
  const memories = new Map<string, LinkMemory>();
  for (const [href, verdict] of answers) {
    const before = Object.hasOwn(cache.links, href) ? cache.links[href] : undefined;
    const memory = remember(before, verdict, today);
    const archived = copies.get(href);
    if (memory !== undefined)
      memories.set(href, archived === undefined ? memory : { ...memory, archived });
  }
  return memories;
}

function failingOf(memory: LinkMemory | undefined, options: Options): JudgedLink['failing'] {
  const [since] = memory?.failures ?? [];
  return memory !== undefined && since !== undefined && failsForGood(memory, options['fail-after'])
    ? { since, times: memory.failures.length }
    : undefined;
}
