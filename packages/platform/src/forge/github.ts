import { answerText, noAnswer, patientRequest } from '../adapters/patient-request.ts';
import type { Forge, ForgeReply, HttpResult, Ports } from '../ports/index.ts';

/** Which GitHub is asked, and as whom. */
export interface GithubOptions {
  /** `https://api.github.com`, or that of an own server. */
  readonly apiUrl: string;
  /** Sent to that address alone. */
  readonly token: string | undefined;
}

/** GitHub's REST interface, by its version of 2022-11-28. */
export function githubForge(
  ports: Pick<Ports, 'http' | 'clock'>,
  { apiUrl, token }: GithubOptions,
): Forge {
  return {
    async call(method, path, body) {
      const url = `${apiUrl.replace(/\/+$/, '')}${path}`;
      const result = await patientRequest(
        ports,
        {
          method,
          url,
          headers: {
            accept: 'application/vnd.github+json',
            'user-agent': 'pymaint',
            'x-github-api-version': '2022-11-28',
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
          },
          ...(body !== undefined && { body: JSON.stringify(body) }),
          timeout: 20_000,
          maxBytes: 20_000_000,
        },
        // What was written may have arrived though its answer did not.
        { attempts: method === 'GET' ? 3 : 1, budget: 60_000 },
      );
      if (result.kind !== 'answered' || result.status >= 300)
        return refusal(`${method} ${path}`, result, noAnswer('GitHub', url, result));
      return dataOf(result.status, answerText(result), `${method} ${path}`);
    },
  };
}

function dataOf(status: number, text: string | undefined, what: string): ForgeReply {
  if (status === 204 || text === '') return { ok: true, status, data: undefined };
  try {
    return { ok: true, status, data: JSON.parse(text ?? '') as unknown };
  } catch {
    return { ok: false, status, why: `GitHub answered ${what} with what is no JSON` };
  }
}

function refusal(what: string, result: HttpResult, otherwise: string): ForgeReply {
  if (result.kind !== 'answered') return { ok: false, status: undefined, why: otherwise };
  const { status, headers } = result;
  const said = messageOf(result);
  const limited = headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers;
  if (status === 401)
    return { ok: false, status, why: `GitHub takes the token for none (${what}): ${said}` };
  if ((status === 403 || status === 429) && limited)
    return { ok: false, status, why: `GitHub’s limit of requests is used up (${what}): ${said}` };
  if (status === 403 || status === 404) {
    const needed = headers['x-accepted-github-permissions'] ?? '';
    const which = needed === '' ? '' : `; it needs the permission \`${needed}\``;
    return { ok: false, status, why: `GitHub refuses ${what} with ${status}: ${said}${which}` };
  }
  return { ok: false, status, why: `GitHub refuses ${what} with ${status}: ${said}` };
}

function messageOf(result: HttpResult): string {
  try {
    const data: unknown = JSON.parse(answerText(result) ?? '');
    const { message } = data as { readonly message?: unknown };
    return typeof message === 'string' ? message : 'no reason given';
  } catch {
    return 'no reason given';
  }
}
