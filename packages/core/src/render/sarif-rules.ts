import { groupOf } from '../check.ts';
import type { Json } from '../finding.ts';
import type { Report } from '../report.ts';
import { utf8Length } from './budget.ts';
import { clip, oneLine, visible } from './text.ts';

/** What is shown of a rule beside its findings. */
export interface RuleHelp {
  /** The rule's page, in Markdown. */
  readonly markdown: string;
  /** The page's address. */
  readonly url?: string;
}

/** GitHub's limits for rules, and for the lengths of their names and descriptions. */
const MOST_RULES = 1000;
const LONGEST = { name: 255, description: 1024, help: 20_000 } as const;

/** The rules of a report, those with findings first, and the position of each. */
export interface SarifRules {
  readonly rules: readonly Json[];
  readonly indexOf: (rule: string) => number | undefined;
}

/**
 * The rules that a report's findings and checks name, as `reportingDescriptor` objects (SARIF 2.1.0, 3.49), with
 * pages of at most so many `bytes` in all.
 */
export function sarifRules(
  report: Report,
  ruleHelp: (rule: string) => RuleHelp | undefined,
  bytes: number,
): SarifRules {
  const summaries = new Map(
    report.checks
      .filter(({ status }) => status !== 'crash')
      .map(({ id, summary }) => [id, summary]),
  );
  const ids = new Set([...report.findings.map(({ rule }) => rule), ...summaries.keys()]);
  const chosen = [...ids].slice(0, MOST_RULES);
  let room = bytes;
  const pages = chosen.map((id): RuleHelp | undefined => {
    const help = ruleHelp(id);
    if (help === undefined) return undefined;
    const markdown = clip(visible(help.markdown).trim(), LONGEST.help);
    const fits = utf8Length(markdown) <= room;
    if (fits) room -= utf8Length(markdown);
    return { ...help, markdown: fits ? markdown : '' };
  });
  const positions = new Map(chosen.map((id, at) => [id, at]));
  return {
    rules: chosen.map((id, at) => ruleOf(id, summaries.get(id) ?? id, pages[at], report.action)),
    indexOf: (rule) => positions.get(rule),
  };
}

function ruleOf(id: string, summary: string, help: RuleHelp | undefined, action: string): Json {
  const short = clip(oneLine(summary) || id, LONGEST.description);
  const text = `${short}. See \`pymaint explain ${id}\`.`;
  return {
    id,
    name: clip(id, LONGEST.name),
    shortDescription: { text: short },
    fullDescription: { text: short },
    help: { text, ...(help !== undefined && help.markdown !== '' && { markdown: help.markdown }) },
    ...(help?.url !== undefined && { helpUri: help.url }),
    properties: { tags: [action, groupOf(id)] },
  };
}
