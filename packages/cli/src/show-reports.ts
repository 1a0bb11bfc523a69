import {
  annotationsOf,
  readOptions,
  renderJsonReports,
  renderSarifReports,
  PROJECT_URL,
  ruleUrl,
  type RuleHelp,
  renderPatch,
  renderSummary,
  renderTerminal,
  type OptionLayer,
  type Annotation,
  type Report,
} from '@pymaint/core';
import { annotationCommand, formatCommand, writeNamedFile, type Console } from '@pymaint/platform';
import { OUTPUT_OPTIONS } from './output-options.ts';
import type { TerminalProject } from './project.ts';
import { RULE_PAGES } from './rule-pages.generated.ts';

/** Renders the reports in the form that was asked for, and writes them where they were asked for. */
export async function showReports(
  console: Console,
  project: Pick<TerminalProject, 'sources'>,
  flags: OptionLayer,
  reports: readonly Report[],
  reportPath?: string,
): Promise<void> {
  const options = readOptions(OUTPUT_OPTIONS, [flags]);
  const sources = await project.sources(reports);
  const terminal = {
    width: Math.min(console.columns, 120),
    colour: console.colour && options.output === undefined,
    verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    sources,
    ...(reportPath !== undefined && { reportPath }),
  } as const;
  const render = {
    text: () => reports.map((report) => renderTerminal(report, terminal)).join('\n'),
    json: () => renderJsonReports(reports),
    sarif: () => renderSarifReports(reports, { sources, ruleHelp, informationUri: PROJECT_URL }),
    markdown: () => reports.map((report) => renderSummary(report, { sources, ruleUrl })).join('\n'),
    patch: () => renderPatch(reports, sources),
    github: () =>
      reports
        .flatMap((report) => annotationsOf(report))
        .map(commandLine)
        .join(''),
  }[options.format];
  if (options.output === undefined) console.write(render());
  else await writeNamedFile(console.cwd, options.output, render());
}

/** A rule's page beside its findings, where the rule has one. */
const ruleHelp = (rule: string): RuleHelp | undefined => {
  const markdown = RULE_PAGES[rule];
  return markdown === undefined ? undefined : { markdown, url: ruleUrl(rule) };
};

const commandLine = (annotation: Annotation): string =>
  `${formatCommand(annotationCommand(annotation))}\n`;
