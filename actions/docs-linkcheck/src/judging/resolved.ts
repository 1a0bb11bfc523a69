import { failIf, groupBy, type Finding, type Pass, type Fail, type Problem } from '@pymaint/core';
import type { ResolvedPages } from '../facts.ts';

/** The verdict on the findings of some rules of the graph, doubts grouped by their reason. */
export function resolved(docs: ResolvedPages, rules: readonly string[]): Pass | Fail {
  const found = docs.findings.filter(({ rule }) => rules.includes(rule.slice('docs/'.length)));
  const sure = found.filter((finding) => reasonOf(finding) === undefined);
  const unsure = groupBy(
    found.filter((finding) => reasonOf(finding) !== undefined),
    (finding) => `${finding.rule}\n${reasonOf(finding) ?? ''}`,
  );
  const problems = [...sure.map(problemOf), ...[...unsure.values()].flatMap(grouped)];
  return failIf(problems, `${docs.documents} documents`);
}

const DOUBT = '; not sure: ';

function reasonOf({ message }: Finding): string | undefined {
  const at = message.indexOf(DOUBT);
  return at < 0 ? undefined : message.slice(at + DOUBT.length);
}

/** The first of several doubts of one reason; the others are named as related places. */
function grouped(findings: readonly Finding[]): readonly Problem[] {
  const [first, ...others] = findings;
  if (first === undefined) return [];
  if (others.length === 0) return [problemOf(first)];
  const message = `${first.message}; so do ${others.length} more`.replace(
    'so do 1 more',
    'so does 1 more',
  );
  return [
    {
      ...problemOf(first),
      message,
      related: others.slice(0, SHOWN).map((it) => ({
        message: it.message.slice(0, it.message.indexOf(DOUBT)),
        place: it.place,
      })),
    },
  ];
}

const SHOWN = 20;

/** The same without the graph's own name of the rule. */
const problemOf = ({ level, message, place, related, fix }: Finding): Problem => ({
  level,
  message,
  place,
  ...(related === undefined ? {} : { related }),
  ...(fix === undefined ? {} : { fix }),
});
