import { ANSWERS, type Answer } from './answers.ts';

const cell = ({ rules, silent }: Answer): string =>
  [
    rules.length === 0 ? '' : `Named by ${rules.map((rule) => `\`${rule}\``).join(' or ')}.`,
    silent === undefined ? '' : `${rules.length === 0 ? 'Not named' : 'Else not named'}: ${silent}`,
  ]
    .filter((part) => part !== '')
    .join(' ');

/** The page on what the gate says where other tools name a fault, as Markdown. */
export function pageOf(tools: readonly string[]): string {
  const tables = Object.entries(ANSWERS).map(
    ([tool, kinds]) =>
      `## ${tool}\n\n| Fault | release-gate |\n| --- | --- |\n${Object.entries(kinds)
        .map(([kind, answer]) => `| \`${kind}\` | ${cell(answer)} |`)
        .join('\n')}\n`,
  );
  return `# The gate beside the tools that people trust

A test (\`tests/agreement\`) runs these tools and the checks of \`artifact/\`, \`metadata/\`, \`project/\` and \`dependencies/\`
on the same distributions: fifteen real ones, pinned by hash, and some that were broken on purpose. Every fault that a tool
names is named by the gate as well, or its reason stands here. On the real ones the gate finds no error and no warning.

Compared with ${tools
    .slice(0, 5)
    .map((tool) => `\`${tool.replace('[all]', '')}\``)
    .join(', ')}.

${tables.join('\n')}`;
}
