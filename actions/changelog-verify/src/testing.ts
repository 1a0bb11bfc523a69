import {
  fileStart,
  gatherFacts,
  judgeAll,
  known,
  type Json,
  readOptions,
  type Check,
  type Judged,
  type Outcome,
} from '@pymaint/core';
import {
  readChangelog,
  readFragments,
  towncrierScheme,
  type FragmentScheme,
} from '@pymaint/changelog';
import type { Ports } from '@pymaint/platform';
import { parseVersion } from '@pymaint/python';
import type { Change, Tags, VerifyFacts } from './facts.ts';
import { gatherVerify } from './gather.ts';
import { OPTIONS, type Options } from './options.ts';

/** The options by default, and some of them changed. */
export const someOptions = (changes: Partial<Options> = {}): Options => ({
  ...readOptions(OPTIONS, []),
  ...changes,
});

/** What becomes of one check over these facts: for tests of checks. */
export function outcomeOf(check: Check<VerifyFacts>, facts: Partial<VerifyFacts>): Outcome {
  const [judged] = judgeAll([{ ...check, needs: [] }], facts);
  return judged?.outcome ?? { status: 'skip', reason: 'no check', because: 'not-asked' };
}

/** A finding as the tests compare it: `error src/a.py:3:1 Unexpected …`, without its remedy. */
export const findingsOf = (
  check: Check<VerifyFacts>,
  facts: Partial<VerifyFacts>,
): readonly string[] => linesOf(outcomeOf(check, facts));

const linesOf = (outcome: Outcome): readonly string[] =>
  outcome.status === 'fail'
    ? outcome.findings.map(
        ({ level, place, message }) =>
          `${level} ${place.path}:${place.line}:${place.column} ${message}`,
      )
    : [];

/** All findings of all checks on a project, by rule, as its facts are gathered. */
export async function verify(
  checks: readonly Check<VerifyFacts>[],
  ports: Ports,
  options: Partial<Options> = {},
): Promise<{
  readonly facts: Partial<VerifyFacts>;
  readonly judged: readonly Judged<VerifyFacts>[];
  readonly findings: readonly string[];
}> {
  const names = [...new Set(checks.flatMap(({ reads, mayLack }) => [...reads, ...mayLack]))];
  const gathered = await gatherFacts(gatherVerify(someOptions(options), ports), names, {
    now: () => 0,
  });
  const [crash] = gathered.crashes;
  if (crash !== undefined) throw crash;
  const judged = judgeAll(checks, gathered.facts);
  const findings = judged.flatMap(({ check, outcome }) =>
    linesOf(outcome).map((line) => `${check.id} ${line}`),
  );
  return { facts: gathered.facts, judged, findings };
}

/** A changelog, and what the user asks for. */
export const someLog = (
  text: string,
  options: Partial<Options> = {},
  path = 'CHANGELOG.md',
): Pick<VerifyFacts, 'changelog' | 'policy' | 'today'> => ({
  changelog: known(
    { path, changelog: readChangelog(path, text), pointers: [], others: [], text },
    fileStart(path),
  ),
  policy: known(someOptions(options), fileStart('.')),
  today: known('2026-11-24', fileStart('.')),
});

/** The changelog before the change, and the change. */
export const someChange = (
  before: string,
  changes: Partial<Change> = {},
  path = 'CHANGELOG.md',
): Pick<VerifyFacts, 'before' | 'change'> => ({
  before: known(readChangelog(path, before), fileStart(path)),
  change: known(
    {
      base: 'a'.repeat(40),
      files: [{ path: 'src/attrsx/core.py', kind: 'modified' }],
      number: 12,
      title: 'Make it faster',
      author: 'ada',
      byBot: false,
      labels: [],
      ...changes,
    },
    fileStart('.'),
  ),
});

/** Fragments of towncrier in `changes/`, or of another scheme. */
export const someFragments = (
  files: { readonly [path: string]: string },
  scheme: FragmentScheme = towncrierScheme({ directory: 'changes' } satisfies Json),
): Pick<VerifyFacts, 'scheme' | 'fragments'> => {
  const place = { path: 'pyproject.toml', line: 9, column: 7 };
  const list = Object.entries(files).map(([path, text]) => ({ path, text }));
  return { scheme: known(scheme, place), fragments: known(readFragments(scheme, list), place) };
};

/** Tags `v1.2.0` with their days. */
export const someTags = (tags: {
  readonly [tag: string]: string;
}): { readonly tags: VerifyFacts['tags'] } => ({
  tags: known<Tags>(
    {
      shape: undefined,
      releases: Object.entries(tags).flatMap(([tag, date]) => {
        const version = parseVersion(tag);
        return version === undefined ? [] : [{ tag, version, date }];
      }),
    },
    fileStart('.'),
  ),
});
