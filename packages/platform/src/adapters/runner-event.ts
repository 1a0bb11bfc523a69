import { readFileSync } from 'node:fs';
import type { Environment, RunnerEvent } from '../ports/index.ts';

/**
 * What the runner says of this run, from its variables (docs.github.com, "Variables reference") and the payload of
 * the event that started it; undefined outside of a runner.
 */
export function readRunnerEvent(env: Environment): RunnerEvent | undefined {
  if (env.GITHUB_ACTIONS !== 'true') return undefined;
  const refType = env.GITHUB_REF_TYPE;
  return {
    name: env.GITHUB_EVENT_NAME ?? '',
    repository: env.GITHUB_REPOSITORY ?? '',
    ref: env.GITHUB_REF ?? '',
    refType: refType === 'branch' || refType === 'tag' ? refType : undefined,
    refName: env.GITHUB_REF_NAME ?? '',
    sha: env.GITHUB_SHA ?? '',
    // Set, but empty, where the event is no pull request.
    baseRef: env.GITHUB_BASE_REF === '' ? undefined : env.GITHUB_BASE_REF,
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    payload: readPayload(env.GITHUB_EVENT_PATH),
  };
}

function readPayload(path: string | undefined): RunnerEvent['payload'] {
  if (path === undefined || path === '') return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
    return isObject ? (payload as RunnerEvent['payload']) : {};
  } catch {
    // Without it the run knows less, and what it cannot know it says.
    return {};
  }
}
