import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import type { Git, Workspace } from '@pymaint/platform';
import { isAbout, type Subproject } from '../judging/workflows/about.ts';
import { publishingsOf, type Publishing } from '../judging/workflows/publishing.ts';
import { readWorkflow } from '../judging/workflows/read.ts';
import type { Sources } from './sources.ts';

/** The files that GitHub reads as workflows: no folder below is looked into. */
const FOLDER = '.github/workflows';
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/**
 * The steps of the repository's workflows that upload distributions. GitHub reads those at the repository's top alone: where
 * the project is a folder below, they are read there, and only the uploads that are known to be this project's count.
 */
export async function gatherPublishing(
  sources: Pick<Sources, 'files' | 'read'>,
  workspace: Pick<Workspace, 'folder' | 'list' | 'read'>,
  git: Pick<Git, 'available' | 'top'>,
  name: string | undefined,
): Promise<Fact<readonly Publishing[]>> {
  const top = (await git.available()).yes ? await git.top() : '.';
  if (top === '.') {
    const own = sources.files.filter((path) => WORKFLOW.test(path));
    return publishingIn(own, sources.read, undefined);
  }
  const above = `${top}/${FOLDER}`;
  const files = await workspace.list(above);
  return publishingIn(
    files.filter((path) => WORKFLOW.test(path.slice(top.length + 1))),
    (path) => workspace.read(path),
    { folder: folderBelow(workspace.folder, top), name },
  );
}

async function publishingIn(
  paths: readonly string[],
  read: (path: string) => Promise<string | undefined>,
  project: Subproject | undefined,
): Promise<Fact<readonly Publishing[]>> {
  const [first] = paths;
  if (first === undefined)
    return notApplicable(
      project === undefined
        ? 'the folder has no workflow of GitHub Actions'
        : 'the repository has no workflow of GitHub Actions',
    );
  const workflows = await Promise.all(
    paths.map(async (path) => readWorkflow(path, (await read(path)) ?? '')),
  );
  const all = publishingsOf(workflows.flatMap((workflow) => workflow ?? []));
  const publishing = project === undefined ? all : all.filter((one) => isAbout(one, project));
  if (publishing.length > 0) return known(publishing, fileStart(first));
  return notApplicable(
    all.length === 0 || project === undefined
      ? 'no workflow of GitHub Actions uploads distributions'
      : `no upload in the repository’s workflows is known to be that of \`${project.folder}\``,
  );
}

/** The folder from the repository's top: as many of its last parts as `top` goes up. */
function folderBelow(folder: string, top: string): string {
  const parts = folder.replaceAll('\\', '/').split('/');
  return parts.slice(-top.split('/').length).join('/');
}
