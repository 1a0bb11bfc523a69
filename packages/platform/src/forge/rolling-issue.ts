import { SET_LINE, UserError, type RollingIssue } from '@pymaint/core';
import type { Forge } from '../ports/forge.ts';

/** What was done. */
export interface Rolled {
  readonly done: 'nothing' | 'created' | 'updated' | 'closed' | 'reopened';
  /** The issue's. */
  readonly number?: number;
}

/** Only who may write to the repository can set a label, so that a stranger's issue with the marker is not taken. */
const ISSUE_LABEL = 'pymaint';

interface Issue {
  readonly number: number;
  readonly open: boolean;
  readonly body: string;
}

type Call = (
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: { readonly [key: string]: unknown },
) => Promise<unknown>;

/**
 * Makes the one issue say what it should: found by its marker, updated in place, a comment only where the set changed,
 * closed when clean. Each step can be the last one before a run is killed, and runs may overlap: the issue with the
 * lowest number is the one, and whoever finds another closes it.
 * @throws UserError where the forge refuses, with its reason
 */
export async function rollIssue(
  forge: Forge,
  repository: string,
  wanted: RollingIssue,
): Promise<Rolled> {
  const path = `/repos/${repository}/issues`;
  const call: Call = async (method, below, body) => {
    const reply = await forge.call(method, path + below, body);
    if (!reply.ok) throw new UserError(reply.why);
    return reply.data;
  };
  if (wanted.state === 'unknown') return { done: 'nothing' };
  const [one, ...others] = await issuesWith(call, wanted.marker);
  for (const other of others) await closeDouble(call, other, one);
  if (wanted.state === 'clean') return close(call, one, wanted);
  return one === undefined ? create(call, wanted) : update(call, one, wanted);
}

async function create(call: Call, { title, body, marker }: RollingIssue): Promise<Rolled> {
  const made = numberOf(await call('POST', '', { title, body, labels: [ISSUE_LABEL] }));
  // Another run may have done the same since the list was read.
  const [one, ...others] = await issuesWith(call, marker);
  for (const other of others) await closeDouble(call, other, one);
  return { done: 'created', number: one?.number ?? made };
}

async function update(call: Call, one: Issue, wanted: RollingIssue): Promise<Rolled> {
  const { number } = one;
  const changed = !one.open || !one.body.includes(wanted.set);
  // The comment first: were the body first and the run killed, nobody would be told.
  if (changed && !(await isSaid(call, number, wanted.set)))
    await call('POST', `/${number}/comments`, { body: wanted.comment });
  await call('PATCH', `/${number}`, { body: wanted.body, state: 'open' });
  return { done: one.open ? 'updated' : 'reopened', number };
}

async function close(call: Call, one: Issue | undefined, { body }: RollingIssue): Promise<Rolled> {
  if (one === undefined || !one.open) return { done: 'nothing' };
  await call('PATCH', `/${one.number}`, { body, state: 'closed', state_reason: 'completed' });
  return { done: 'closed', number: one.number };
}

async function closeDouble(call: Call, { number, open, body }: Issue, one: Issue | undefined) {
  if (!open || one === undefined) return;
  await call('PATCH', `/${number}`, {
    body: `${body}\n\nThe same as #${one.number}.`,
    state: 'closed',
    state_reason: 'not_planned',
  });
}

/** True where the last thing that was said is this set: a run was killed between its comment and its body. */
async function isSaid(call: Call, number: number, set: string): Promise<boolean> {
  let last = '';
  for await (const { body } of pages(call, `/${number}/comments?`))
    if (typeof body === 'string' && body.startsWith(SET_LINE)) last = body;
  return last.startsWith(set);
}

/** All issues with the marker, lowest number first. */
async function issuesWith(call: Call, marker: string): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  for await (const issue of pages(call, `?state=all&labels=${ISSUE_LABEL}&`)) {
    const { body, state } = issue;
    if (typeof body !== 'string' || !body.startsWith(marker) || 'pull_request' in issue) continue;
    found.push({ number: numberOf(issue), open: state === 'open', body });
  }
  return found.toSorted((a, b) => a.number - b.number);
}

const PER_PAGE = 100;
/** A repository with more issues of ours than this has another problem. */
const MOST_PAGES = 50;

async function* pages(
  call: Call,
  path: string,
): AsyncGenerator<{ readonly [key: string]: unknown }> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const data = await call('GET', `${path}per_page=${PER_PAGE}&page=${page}`);
    if (!Array.isArray(data)) return;
    yield* data as readonly { readonly [key: string]: unknown }[];
    if (data.length < PER_PAGE) return;
  }
}

const numberOf = (issue: unknown): number =>
  Number((issue as { readonly number?: unknown } | undefined)?.number);
