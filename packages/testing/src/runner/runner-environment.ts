import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunnerStep } from './runner-contract.ts';

/** The runner's files that a step may write to. */
export const FILE_COMMANDS = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;

/** Where a step's files are. */
export type CommandFiles = { readonly [K in (typeof FILE_COMMANDS)[number]]: string };

/** What a machine has before the runner adds its own variables. */
const MACHINE = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SSL_CERT_FILE'];

/**
 * The environment that the runner gives to a JavaScript action (GitHubContext.cs, NodeScriptActionHandler.cs). There
 * is no token in it unless an input holds one.
 */
export async function runnerEnvironment(
  step: RunnerStep,
  workspace: string,
  temp: string,
  files: CommandFiles,
): Promise<NodeJS.ProcessEnv> {
  const machine = MACHINE.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const eventPath = join(temp, 'event.json');
  await writeFile(eventPath, JSON.stringify(step.event?.payload ?? {}));
  return {
    ...Object.fromEntries(machine),
    CI: 'true',
    ...Object.fromEntries(FILE_COMMANDS.map((name) => [`GITHUB_${name}`, files[name]])),
    ...githubVariables(step, workspace, eventPath),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'contract',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tool-cache'),
    RUNNER_WORKSPACE: join(workspace, '..'),
    ...(step.debug === true ? { RUNNER_DEBUG: '1' } : {}),
    // Hyphens stay, blanks do not: ActionRunner.cs and `getInput` agree on it.
    ...Object.fromEntries(
      Object.entries(step.inputs ?? {}).map(([name, value]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        value,
      ]),
    ),
    ...step.env,
  };
}

function githubVariables(
  { event = {} }: RunnerStep,
  workspace: string,
  eventPath: string,
): NodeJS.ProcessEnv {
  const ref = event.ref ?? 'refs/heads/main';
  const [, kind, name = ref] = /^refs\/(heads|tags|pull)\/(.*)$/.exec(ref) ?? [];
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTION_REPOSITORY: '',
    GITHUB_ACTOR: 'ada',
    GITHUB_API_URL: 'http://127.0.0.1:9/api/v3',
    GITHUB_BASE_REF: event.baseRef ?? '',
    GITHUB_EVENT_NAME: event.name ?? 'push',
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/api/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'contract',
    GITHUB_REF: ref,
    GITHUB_REF_NAME: name,
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REF_TYPE: kind === 'tags' ? 'tag' : 'branch',
    GITHUB_REPOSITORY: event.repository ?? 'org/demo',
    GITHUB_REPOSITORY_OWNER: 'org',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: event.sha ?? '0'.repeat(40),
    GITHUB_TRIGGERING_ACTOR: 'ada',
    GITHUB_WORKFLOW: 'contract',
    GITHUB_WORKFLOW_REF: 'org/demo/.github/workflows/contract.yml@refs/heads/main',
    GITHUB_WORKSPACE: workspace,
  };
}
