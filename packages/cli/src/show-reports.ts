import {
  readOptions,
  renderJsonReports,
  renderSummary,
  renderTerminal,
  type OptionLayer,
  type Report,
} from '@pymaint/core';
import { writeNamedFile, type Console } from '@pymaint/platform';
import { OUTPUT_OPTIONS } from './output-options.ts';
import type { TerminalProject } from './project.ts';

/** Renders the reports in the form that was asked for, and writes them where they were asked for. */
export async function showReports(
  console: Console,
  project: TerminalProject,
  flags: OptionLayer,
  reports: readonly Report[],
): Promise<void> {
  const options = readOptions(OUTPUT_OPTIONS, [flags]);
  const sources = await project.sources(reports);
  const terminal = {
    width: Math.min(console.columns, 120),
    colour: console.colour && options.output === undefined,
    verbosity: options.quiet ? 'quiet' : options.verbose ? 'verbose' : 'normal',
    sources,
  } as const;
  const render = {
    text: () => reports.map((report) => renderTerminal(report, terminal)).join('\n'),
    json: () => renderJsonReports(reports),
    markdown: () => reports.map((report) => renderSummary(report, { sources })).join('\n'),
  }[options.format];
  if (options.output === undefined) console.write(render());
  else await writeNamedFile(console.cwd, options.output, render());
}
