import type { Check } from '../check.ts';
import { CheckCrash } from '../errors.ts';
import type { Fact, FactSet, Unknown } from '../fact.ts';
import type { Finding } from '../finding.ts';
import { doubt, type Skip, type Verdict } from '../verdict.ts';
import { withCommas } from '../words.ts';

/** What became of one check. */
export type Outcome =
  | { readonly status: 'pass'; readonly found: string | undefined }
  | { readonly status: 'fail'; readonly findings: readonly Finding[] }
  | { readonly status: 'skip'; readonly reason: string; readonly because: Skip['because'] }
  | { readonly status: 'crash'; readonly crash: CheckCrash };

/** A check and what became of it. */
export interface Judged<F extends FactSet> {
  readonly check: Check<F>;
  readonly outcome: Outcome;
}

/** Which checks the user asked for: ids or groups, and `*`. An empty `only` means all. */
export interface Selection {
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** True where the selection names the check or its group. */
export const isSelected = (id: string, { only, skip }: Selection): boolean =>
  (only.length === 0 || only.some((name) => names(name, id))) &&
  !skip.some((name) => names(name, id));

const names = (name: string, id: string): boolean =>
  name === '*' || id === name || id.startsWith(`${name}/`);

/** The facts that the selected checks look at, each once. */
export const wantedFacts = <F extends FactSet>(
  checks: readonly Check<F>[],
  selection: Selection,
): readonly (keyof F & string)[] => [
  ...new Set(
    checks
      .filter((check) => isSelected(check.id, selection))
      .flatMap((check) => [...check.reads, ...check.mayLack]),
  ),
];

/**
 * Judges all checks in their order. Total: a check that throws becomes a `crash`, and the others go on. A
 * check is skipped where it was not asked for, where a fact it reads is unknown, or where a check it needs
 * did not pass.
 */
export function judgeAll<F extends FactSet>(
  checks: readonly Check<F>[],
  facts: Partial<F>,
  selection: Selection = { only: [], skip: [] },
): readonly Judged<F>[] {
  const outcomes = new Map<string, Outcome>();
  return checks.map((check) => {
    const outcome = isSelected(check.id, selection)
      ? judgeOne(check, facts, outcomes)
      : notAsked(check.id, selection);
    outcomes.set(check.id, outcome);
    return { check, outcome };
  });
}

const notAsked = (id: string, { skip }: Selection): Outcome => ({
  status: 'skip',
  reason: skip.some((name) => names(name, id)) ? 'skipped on request' : 'not asked for',
  because: 'not-asked',
});

function judgeOne<F extends FactSet>(
  check: Check<F>,
  facts: Partial<F>,
  outcomes: ReadonlyMap<string, Outcome>,
): Outcome {
  const unmet = check.needs.find((id) => blocks(outcomes.get(id)));
  if (unmet !== undefined) {
    return { status: 'skip', reason: `\`${unmet}\` did not pass`, because: 'not-applicable' };
  }
  const missing = check.reads.map((name) => factOf(facts, name)).find((fact) => !fact.known);
  if (missing !== undefined && !missing.known) return skipFor(missing);
  try {
    const seen = Object.fromEntries(
      [...check.reads, ...check.mayLack].map((name) => [name, factOf(facts, name)]),
    );
    return outcomeOf(check, check.judge(Object.freeze(seen)));
  } catch (thrown) {
    return { status: 'crash', crash: new CheckCrash(`check \`${check.id}\``, thrown) };
  }
}

/** A needed check stands in the way where it found something or broke; one that was left out does not. */
const blocks = (outcome: Outcome | undefined): boolean =>
  outcome !== undefined && (outcome.status === 'fail' || outcome.status === 'crash');

const factOf = <F extends FactSet>(facts: Partial<F>, name: keyof F & string): Fact<unknown> =>
  facts[name] ?? { known: false, why: `\`${name}\` was not gathered`, because: 'crashed' };

const skipFor = (fact: Unknown): Outcome => ({
  status: 'skip',
  reason: fact.why,
  // A crash is reported by itself; to the check it is one more thing that could not be known.
  because: fact.because === 'not-applicable' ? 'not-applicable' : 'not-known',
});

function outcomeOf<F extends FactSet>(check: Check<F>, verdict: Verdict): Outcome {
  switch (verdict.status) {
    case 'pass':
      return { status: 'pass', found: verdict.found };
    case 'skip':
      return { status: 'skip', reason: verdict.reason, because: verdict.because };
    case 'fail':
      return {
        status: 'fail',
        findings: verdict.findings.map((problem) => ({
          ...problem,
          message: shortened(problem.message),
          rule: check.id,
          level: problem.level ?? check.level,
        })),
      };
    default:
      return doubt(`check \`${check.id}\` gave no verdict`);
  }
}

/** What is quoted in a message at most: a version of ten thousand digits would hide the words around it. */
const LONGEST_QUOTE = 300;

/** The message with its long quotes cut in the middle. */
const shortened = (message: string): string =>
  message.length <= LONGEST_QUOTE
    ? message
    : message.replace(/`[^`]+`/g, (quote) =>
        quote.length <= LONGEST_QUOTE
          ? quote
          : `${quote.slice(0, LONGEST_QUOTE - 60)}… (${withCommas(quote.length - 2)} characters) …${quote.slice(-20)}`,
      );
