import { gatherFacts, judgeAll, readOptions, type Check, type Judged } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { LinkFacts } from './facts.ts';
import { gatherLinks } from './gather.ts';
import { gatherForge } from './gather/forge.ts';
import type { Sources } from './gather/sources.ts';
import { gatherSphinx } from './gather/sphinx.ts';
import { OPTIONS } from './options.ts';

/** All findings of some checks on a project: `refs/labels error docs/index.rst:4:11 Unexpected …`. */
export async function linkcheck(
  checks: readonly Check<LinkFacts>[],
  ports: Ports,
): Promise<{ readonly facts: Partial<LinkFacts>; readonly findings: readonly string[] }> {
  const names = [...new Set(checks.flatMap(({ reads, mayLack }) => [...reads, ...mayLack]))];
  const gathered = await gatherFacts(gatherLinks(readOptions(OPTIONS, []), ports), names, {
    now: () => 0,
  });
  const [crash] = gathered.crashes;
  if (crash !== undefined) throw crash;
  const judged = judgeAll(checks, gathered.facts);
  return { facts: gathered.facts, findings: judged.flatMap(linesOf) };
}

const linesOf = ({ check, outcome }: Judged<LinkFacts>): readonly string[] =>
  outcome.status === 'fail'
    ? outcome.findings.map(
        ({ level, place, message }) =>
          `${check.id} ${level} ${place.path}:${place.line}:${place.column} ${message}`,
      )
    : [];

/** What one check finds in a project of these files, whose docs/conf.py is empty: without its id. */
export async function findingsOf(
  check: Check<LinkFacts>,
  files: { readonly [path: string]: string },
): Promise<readonly string[]> {
  const all = new Map(Object.entries({ 'docs/conf.py': '', ...files }));
  const sources: Sources = {
    files: [...all.keys()],
    all: [...all.keys()],
    opaque: [],
    isTop: true,
    has: (path) => all.has(path),
    isIgnored: () => false,
    read: async (path) => all.get(path),
    readBytes: async () => undefined,
  };
  const sphinx = await gatherSphinx(sources, readOptions(OPTIONS, []));
  const forge = await gatherForge(sources, sphinx);
  const judged = judgeAll<LinkFacts>([{ ...check, needs: [] }], { sphinx, forge });
  return judged.flatMap(linesOf).map((line) => line.slice(check.id.length + 1));
}
