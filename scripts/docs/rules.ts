import { allRules, type Rule } from '../shared/rules.ts';
import { GENERATED, table, type GeneratedFile } from '../shared/text.ts';

/** The index of all rules, and their pages as a module of the command. */
export async function ruleFiles(): Promise<readonly GeneratedFile[]> {
  const rules = await allRules();
  return [
    { path: 'docs/reference/rules.md', text: index(rules) },
    { path: 'packages/cli/src/rule-pages.generated.ts', text: pages(rules) },
  ];
}

function index(rules: readonly Rule[]): string {
  const owners = [...new Set(rules.map(({ owner }) => owner))];
  const sections = owners.flatMap((owner) => [
    owner === 'pymaint' ? '## Of every action' : `## ${owner}`,
    table(['Rule', 'Passes when', 'Level'], rules.filter((rule) => rule.owner === owner).map(row)),
  ]);
  return [
    '# Rules',
    `<!-- ${GENERATED} -->`,
    'Every rule has a page: why it exists, what fails, what passes and how to mend it. `pymaint explain RULE` shows the same page in a terminal.',
    ...sections,
    '',
  ].join('\n\n');
}

const row = ({ id, path, summary, level }: Rule): readonly string[] => [
  `<a id="${id}"></a>[\`${id}\`](../../${path})`,
  summary,
  level,
];

const pages = (rules: readonly Rule[]): string =>
  [
    `// ${GENERATED}`,
    '',
    '/** The page of each rule, in Markdown, by the rule’s id. */',
    'export const RULE_PAGES: { readonly [rule: string]: string } = {',
    ...rules.map(({ id, page }) => `  ${JSON.stringify(id)}: ${JSON.stringify(page)},`),
    '};',
    '',
  ].join('\n');
