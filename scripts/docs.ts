/**
 * npm run docs [-- --check]: writes all that is generated from the code: the inputs and outputs of every action.yml,
 * the tables of the READMEs, the reference pages, the JSON Schemas and the rules' pages inside the command.
 * With --check nothing is written, and a file that would change is an error.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { actionFiles } from './docs/actions.ts';
import { commandFiles } from './docs/command.ts';
import { comparisonFiles } from './docs/comparison.ts';
import { configurationFiles } from './docs/configuration.ts';
import { outlineFiles } from './docs/outlines.ts';
import { reportFiles } from './docs/report.ts';
import { ruleFiles } from './docs/rules.ts';
import { workflowFiles } from './docs/workflows.ts';
import { formatted } from './shared/format.ts';
import { readTextIfAny, ROOT } from './shared/repo.ts';

const checkOnly = process.argv.includes('--check');
const made = await formatted(
  (
    await Promise.all([
      actionFiles(),
      commandFiles(),
      comparisonFiles(),
      configurationFiles(),
      outlineFiles(),
      reportFiles(),
      ruleFiles(),
      workflowFiles(),
    ])
  ).flat(),
);
const changed = made.filter(({ path, text }) => readTextIfAny(path) !== text);

for (const { path, text } of changed) {
  process.stdout.write(`${checkOnly ? 'would change' : 'wrote'} ${path}\n`);
  if (checkOnly) continue;
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
}
if (checkOnly && changed.length > 0) {
  process.stdout.write('Generated files are out of date: run `npm run docs` and commit them\n');
  process.exitCode = 1;
}
process.stdout.write(`${made.length} generated files, ${changed.length} of them changed\n`);
