/** A tag pushed to a project whose workflow is the starter for releases. */
import { join } from 'node:path';
import { runAct, type ActRun } from './act.ts';
import type { Outside } from './outside.ts';
import { callingProject, type CallingProject } from './project.ts';

/** The workflow. */
export const RELEASE = '.github/workflows/pymaint-release.yml';

/** A project whose gate asks the services of this machine, and no others. */
export async function projectAsking(services: Outside): Promise<CallingProject> {
  const project = await callingProject('typing-extensions', 'pymaint-release');
  await project.append('pyproject.toml', services.settings);
  await project.git('commit', '--quiet', '--all', '--message', 'Ask this machine');
  return project;
}

/** Where the run takes place. */
interface Around {
  readonly services: Outside;
  readonly served: string;
  readonly artifacts: string;
}

/** Runs what GitHub starts. */
export const pushTag = (
  act: string,
  project: CallingProject,
  tag: string,
  { services, served, artifacts }: Around,
): Promise<ActRun> =>
  runAct(act, {
    folder: project.folder,
    workflow: RELEASE,
    name: 'push',
    payload: {
      ref: `refs/tags/${tag}`,
      repository: { full_name: 'org/demo', default_branch: 'main' },
    },
    served,
    artifacts: join(artifacts, tag),
    token: 'secret',
    env: { GITHUB_API_URL: services.url },
  });
