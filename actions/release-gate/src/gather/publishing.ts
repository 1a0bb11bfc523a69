import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import { publishingsOf, type Publishing } from '../judging/workflows/publishing.ts';
import { readWorkflow } from '../judging/workflows/read.ts';
import type { Sources } from './sources.ts';

/** The files that GitHub reads as workflows: no folder below is looked into. */
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** The steps of the repository's workflows that upload distributions. */
export async function gatherPublishing(sources: Sources): Promise<Fact<readonly Publishing[]>> {
  const paths = sources.files.filter((path) => WORKFLOW.test(path));
  const [first] = paths;
  if (first === undefined) return notApplicable('the folder has no workflow of GitHub Actions');
  const workflows = await Promise.all(
    paths.map(async (path) => readWorkflow(path, (await sources.read(path)) ?? '')),
  );
  const publishing = publishingsOf(workflows.flatMap((workflow) => workflow ?? []));
  return publishing.length === 0
    ? notApplicable('no workflow of GitHub Actions uploads distributions')
    : known(publishing, fileStart(first));
}
