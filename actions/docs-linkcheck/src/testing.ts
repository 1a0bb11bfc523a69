import {
  fileStart,
  gatherFacts,
  judgeAll,
  known,
  notKnown,
  readOptions,
  type Check,
  type Judged,
} from '@pymaint/core';
import { webAddress, type ExternalUse, type LinkVerdict } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { ExternalLinks, JudgedLink } from './external-facts.ts';
import type { LinkFacts } from './facts.ts';
import { gatherLinks } from './gather.ts';
import { gatherForge } from './gather/forge.ts';
import { gatherMkdocs } from './gather/mkdocs.ts';
import { gatherProject } from './gather/project.ts';
import { gatherReadme } from './gather/readme.ts';
import type { Sources } from './gather/sources.ts';
import { gatherSphinx } from './gather/sphinx.ts';
import { OPTIONS, type Options } from './options.ts';

/** All findings of some checks on a project: `refs/labels error docs/index.rst:4:11 Unexpected …`. */
export async function linkcheck(
  checks: readonly Check<LinkFacts>[],
  ports: Ports,
  options: Options = readOptions(OPTIONS, []),
): Promise<{ readonly facts: Partial<LinkFacts>; readonly findings: readonly string[] }> {
  const names = [...new Set(checks.flatMap(({ reads, mayLack }) => [...reads, ...mayLack]))];
  const gathered = await gatherFacts(gatherLinks(options, ports), names, {
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
    readNow: (path) => all.get(path),
    readBytes: async () => undefined,
  };
  const sphinx = await gatherSphinx(sources, readOptions(OPTIONS, []));
  const mkdocs = await gatherMkdocs(sources);
  const project = await gatherProject(sources);
  const readme = await gatherReadme(sources, project, notKnown('there is no git here'));
  const forge = await gatherForge(sources, sphinx, mkdocs);
  const judged = judgeAll<LinkFacts>([{ ...check, needs: [] }], { sphinx, mkdocs, forge, readme });
  return judged.flatMap(linesOf).map((line) => line.slice(check.id.length + 1));
}

/** An address at line 1 of each of some files, as it was judged. */
export const someLink = (
  written: string,
  verdict: LinkVerdict,
  files: readonly string[] = ['README.md'],
  more: Partial<JudgedLink> = {},
): JudgedLink => ({
  href: webAddress(written) ?? written,
  uses: files.map((path): ExternalUse => {
    const place = { path, line: 1, column: 1, endLine: 1, endColumn: 1 + written.length };
    return { written, href: webAddress(written) ?? written, place, plain: true };
  }),
  verdict,
  lastGood: undefined,
  failing: undefined,
  ...more,
});

/** What one check says of these links, without its id; undefined where it was not asked. */
export function saidOf(check: Check<LinkFacts>, links: readonly JudgedLink[]): readonly string[] {
  const external: ExternalLinks = {
    asked: true,
    links,
    probed: links.length,
    remembered: 0,
    answeredByGit: 0,
    leftOut: 0,
    ended: undefined,
  };
  const judged = judgeAll<LinkFacts>([check], { external: known(external, fileStart('.')) });
  return judged.flatMap(linesOf).map((line) => line.slice(check.id.length + 1));
}

/** What a check of doubtful links says of links of a class at two hosts, for two reasons, and of a good one. */
export function doubtsOf(
  check: Check<LinkFacts>,
  ofClass: 'blocked' | 'suspicious' | 'unchecked',
): readonly string[] {
  const link = (written: string, evidence: string): JudgedLink =>
    someLink(written, { class: ofClass, evidence });
  return saidOf(check, [
    link('https://a.org/1', 'reason'),
    link('https://b.org/1', 'reason'),
    link('https://a.org/2', 'reason'),
    link('https://a.org/3', 'other'),
    someLink('https://a.org/4', { class: 'ok', evidence: 'reason' }),
  ]);
}

/** What {@link doubtsOf} should give: one notice for each host and reason. */
export const DOUBTS_BY_HOST = [
  'notice README.md:1:1 Not sure of `https://a.org/1`, and 1 more address of a.org: reason',
  'notice README.md:1:1 Not sure of `https://b.org/1`: reason',
  'notice README.md:1:1 Not sure of `https://a.org/3`: other',
];
