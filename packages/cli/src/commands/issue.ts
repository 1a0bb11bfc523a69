import {
  flagOption,
  lineUrlBelow,
  readOptions,
  rollingIssue,
  ruleUrl,
  textOption,
  UserError,
} from '@pymaint/core';
import { githubForge, nodeClock, nodeHttp, processEnvironment, rollIssue } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { namedReports } from '../named-reports.ts';

const ISSUE_OPTIONS = {
  repository: textOption('`owner/name`. Default: `GITHUB_REPOSITORY`.', { sources: ['flag'] }),
  'dry-run': flagOption('Say what the issue would say, and change nothing.', { sources: ['flag'] }),
} as const;

/** `pymaint issue`: one issue for each report, kept up to date from run to run. */
export const issueCommand: Command = {
  name: 'issue',
  operands: 'REPORT…',
  maxOperands: 10_000,
  summary:
    'Keep one issue up to date with reports: opened, rewritten, closed when clean. Needs `GITHUB_TOKEN` with `issues: write`.',
  options: [{ heading: 'Options', specs: ISSUE_OPTIONS }],
  async run({ console }, { operands, flags }) {
    const options = readOptions(ISSUE_OPTIONS, [flags]);
    const env = processEnvironment();
    const repository = options.repository ?? env['GITHUB_REPOSITORY'] ?? '';
    if (operands.length === 0)
      throw new UserError('Unexpected end of the line, expected reports: `pymaint issue REPORT…`');
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
      throw new UserError(
        `Unexpected repository \`${repository}\`, expected \`owner/name\`: give --repository`,
      );
    const forge = githubForge(
      { http: nodeHttp({ env }), clock: nodeClock },
      { apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com', token: env['GITHUB_TOKEN'] },
    );
    const server = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
    const commit = env['GITHUB_SHA'] ?? 'HEAD';
    for (const report of await namedReports(console, operands)) {
      const issue = rollingIssue(report, {
        name: [report.action, report.folder].filter(Boolean).join('-'),
        ruleUrl,
        lineUrl: lineUrlBelow(`${server}/${repository}/blob/${commit}`),
      });
      if (options['dry-run']) {
        console.write(`${issue.state}: ${issue.title}\n\n${issue.body}\n`);
        continue;
      }
      const { done, number } = await rollIssue(forge, repository, issue);
      console.write(`${report.action}: ${done}${number === undefined ? '' : ` #${number}`}\n`);
    }
    return 0;
  },
};
