import { type Exchange, type Failure, type PageBody, parseUrl, type Redirect } from '@pymaint/core';
import { pageMarks } from './page-marks.ts';

/**
 * What an external link is, by evidence. Only `broken` is certain and fails by default: a wall for robots, a slow
 * server or a doubtful page is no proof that a reader would not get there.
 */
export type LinkClass =
  | 'ok'
  | 'broken'
  | 'moved'
  | 'blocked'
  | 'flaky'
  | 'suspicious'
  | 'unchecked';

/** A class with what speaks for it. */
export interface LinkVerdict {
  readonly class: LinkClass;
  /** In words: `404 Not Found`, `the page has no anchor `x``. */
  readonly evidence: string;
  /** The new address of a moved link, with the link's own fragment. */
  readonly movedTo?: string;
}

/** Judges one link from what happened. `url` is the link as written, with its fragment. Total and pure. */
export function judgeLink(url: string, exchange: Exchange): LinkVerdict {
  switch (exchange.kind) {
    case 'unchecked':
      return { class: 'unchecked', evidence: exchange.why };
    case 'failed':
      return judgeFailure(exchange.why, exchange.message);
    case 'answered':
      return judgeAnswer(url, exchange);
  }
}

const FAILURES: { readonly [why in Failure]: LinkClass } = {
  timeout: 'flaky',
  reset: 'flaky',
  refused: 'flaky',
  'name-not-found': 'broken',
  'name-not-resolved': 'flaky',
  'certificate-expired': 'broken',
  'certificate-invalid': 'suspicious',
  'too-many-redirects': 'suspicious',
  'redirect-loop': 'suspicious',
  'forbidden-address': 'unchecked',
  'unsupported-scheme': 'unchecked',
  'malformed-answer': 'flaky',
};

const judgeFailure = (why: Failure, message: string): LinkVerdict => ({
  class: FAILURES[why],
  evidence: message,
});

type Answer = Extract<Exchange, { readonly kind: 'answered' }>;

function judgeAnswer(url: string, answer: Answer): LinkVerdict {
  const { status, headers, body } = answer;
  const marks = pageMarks(body?.start ?? '', headers);
  if (marks.challenge !== undefined)
    return { class: 'blocked', evidence: `${statusWords(status)}, ${marks.challenge}` };
  if (status === 404 || status === 410) return { class: 'broken', evidence: statusWords(status) };
  if (status === 429) return { class: 'flaky', evidence: statusWords(status) };
  // 999 is what one large site answers to every robot.
  if (status >= 500 && status < 600) return { class: 'flaky', evidence: statusWords(status) };
  if (status >= 400) return { class: 'blocked', evidence: statusWords(status) };
  if (status >= 300)
    return { class: 'suspicious', evidence: `${statusWords(status)} without an address to go to` };
  return judgePage(url, answer, marks);
}

function judgePage(
  url: string,
  { status, redirects, body }: Answer,
  marks: ReturnType<typeof pageMarks>,
): LinkVerdict {
  const ok: LinkVerdict = { class: 'ok', evidence: statusWords(status) };
  const doubt = marks.parked ?? marks.softNotFound ?? leadsToRoot(url, redirects);
  if (doubt !== undefined) return { class: 'suspicious', evidence: doubt };
  const anchor = fragmentOf(url);
  const verdict =
    anchor === '' || body === undefined
      ? undefined
      : judgeAnchor(anchor, body, marks.scripted === true);
  return verdict ?? movedTo(url, redirects) ?? ok;
}

/** The fragment that a server's page must have: decoded; none for text fragments, scripts' routes and `#top`. */
export function fragmentOf(url: string): string {
  if (!url.includes('#')) return '';
  const hash = parseUrl(url)?.hash.slice(1) ?? '';
  const [anchor = ''] = hash.split(':~:', 1);
  if (anchor === 'top' || /^[!/]/.test(anchor) || anchor.includes('=')) return '';
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** With fewer ids than this, a page's anchors are likely made by a script. */
const STATIC_PAGE = 3;

function judgeAnchor(anchor: string, body: PageBody, scripted: boolean): LinkVerdict | undefined {
  const found = body.anchors.get(anchor);
  if (found !== false) return undefined;
  if (!body.complete)
    return { class: 'unchecked', evidence: `the page is too long to look for \`#${anchor}\`` };
  if (scripted || body.ids < STATIC_PAGE)
    return { class: 'unchecked', evidence: `\`#${anchor}\` may be made by a script` };
  return { class: 'broken', evidence: `the page has no anchor \`#${anchor}\`` };
}

/** A page deep in a site that now leads to its front page is most likely gone. */
function leadsToRoot(url: string, redirects: readonly Redirect[]): string | undefined {
  const last = redirects.at(-1);
  if (last === undefined) return undefined;
  const [before, after] = [parseUrl(url), parseUrl(last.to)];
  if (before === undefined || after === undefined) return undefined;
  const wasDeep = before.pathname.split('/').filter((part) => part !== '').length > 1;
  return wasDeep && after.pathname === '/' && after.search === ''
    ? `leads to the front page ${after.href}`
    : undefined;
}

/** Moved for good: every step says so (301, 308; RFC 9110, 15.4), and it is not only a way to log in. */
function movedTo(url: string, redirects: readonly Redirect[]): LinkVerdict | undefined {
  const last = redirects.at(-1);
  if (last === undefined || !redirects.every(({ status }) => status === 301 || status === 308))
    return undefined;
  const [before, after] = [parseUrl(url), parseUrl(last.to)];
  if (before === undefined || after === undefined) return undefined;
  const target = after.href.includes('#') ? after.href : after.href + before.hash;
  return target === before.href
    ? undefined
    : { class: 'moved', evidence: `moved permanently to ${target}`, movedTo: target };
}

const NAMES: { readonly [status: number]: string } = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  410: 'Gone',
  429: 'Too Many Requests',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const statusWords = (status: number): string =>
  NAMES[status] === undefined ? `status ${status}` : `${status} ${NAMES[status]}`;
