import { describe, expect, it } from 'vitest';
import type { Exchange, Failure, PageBody, Redirect } from '@pymaint/core';
import { fragmentOf, judgeLink } from './verdict.ts';

const URL_ = 'https://example.org/guide/install';

const answered = (
  status: number,
  more: Partial<Extract<Exchange, { readonly kind: 'answered' }>> = {},
): Exchange => ({ kind: 'answered', status, headers: {}, redirects: [], attempts: 1, ...more });

const page = (start: string, more: Partial<PageBody> = {}): PageBody => ({
  start,
  anchors: new Map(),
  ids: 10,
  complete: true,
  ...more,
});

const step = (status: number, to: string, from = URL_): Redirect => ({ status, from, to });

describe('status', () => {
  it.each([
    [200, 'ok'],
    [204, 'ok'],
    [206, 'ok'],
    [304, 'suspicious'],
    [400, 'blocked'],
    [401, 'blocked'],
    [403, 'blocked'],
    [404, 'broken'],
    [405, 'blocked'],
    [406, 'blocked'],
    [410, 'broken'],
    [418, 'blocked'],
    [429, 'flaky'],
    [451, 'blocked'],
    [500, 'flaky'],
    [502, 'flaky'],
    [503, 'flaky'],
    [504, 'flaky'],
    [999, 'blocked'],
  ] as const)('%i is %s', (status, expected) => {
    expect(judgeLink(URL_, answered(status)).class).toBe(expected);
  });
});

describe('failure', () => {
  it.each([
    ['timeout', 'flaky'],
    ['reset', 'flaky'],
    ['refused', 'flaky'],
    ['name-not-found', 'broken'],
    ['name-not-resolved', 'flaky'],
    ['certificate-expired', 'broken'],
    ['certificate-invalid', 'suspicious'],
    ['too-many-redirects', 'suspicious'],
    ['redirect-loop', 'suspicious'],
    ['forbidden-address', 'unchecked'],
    ['unsupported-scheme', 'unchecked'],
    ['malformed-answer', 'flaky'],
  ] as const satisfies readonly (readonly [Failure, string])[])('%s is %s', (why, expected) => {
    const verdict = judgeLink(URL_, {
      kind: 'failed',
      why,
      message: 'm',
      redirects: [],
      attempts: 3,
    });
    expect(verdict).toEqual({ class: expected, evidence: 'm' });
  });
});

describe('redirects', () => {
  it.each([
    ['permanent', [step(301, 'https://example.org/new/install')], 'moved'],
    ['permanent by 308', [step(308, 'https://example.org/new/install')], 'moved'],
    ['temporary', [step(302, 'https://example.org/new/install')], 'ok'],
    [
      'permanent, then temporary',
      [step(301, 'https://a.example/x'), step(302, 'https://a.example/y')],
      'ok',
    ],
    ['to the front page', [step(302, 'https://example.org/')], 'suspicious'],
    ['to another front page', [step(301, 'https://other.example/')], 'suspicious'],
    ['to the same address', [step(301, URL_)], 'ok'],
  ] as const)('%s', (_, redirects, expected) => {
    expect(judgeLink(URL_, answered(200, { redirects })).class).toBe(expected);
  });

  it('a moved link keeps its fragment, unless the new address has one', () => {
    const to = (target: string) =>
      judgeLink(`${URL_}#pip`, answered(200, { redirects: [step(301, target)] })).movedTo;
    expect(to('https://example.org/new/')).toBe('https://example.org/new/#pip');
    expect(to('https://example.org/new/#conda')).toBe('https://example.org/new/#conda');
  });
});

describe('pages', () => {
  it.each([
    ['<title>Just a moment...</title>', 'blocked'],
    ['<title>Making sure you&#39;re not a bot!</title>', 'blocked'],
    ['<script id="anubis_challenge">', 'blocked'],
    ['<title>404 Not Found</title>', 'suspicious'],
    ['<title>Page not found | Site</title>', 'suspicious'],
    ['<h1>Buy this domain</h1>', 'suspicious'],
    ['<title>How HTTP 40400 works</title>', 'ok'],
    ['<title>Guide</title> A 404 is sent where a page is not found', 'ok'],
  ] as const)('%s is %s', (start, expected) => {
    expect(judgeLink(URL_, answered(200, { body: page(start) })).class).toBe(expected);
  });

  it('a header that says so makes a 403 a challenge', () => {
    const verdict = judgeLink(URL_, answered(403, { headers: { 'cf-mitigated': 'challenge' } }));
    expect(verdict).toEqual({ class: 'blocked', evidence: '403 Forbidden, a challenge page' });
  });
});

describe('anchors', () => {
  it.each([
    ['found', page('', { anchors: new Map([['pip', true]]) }), 'ok'],
    ['missing on a page with ids', page('', { anchors: new Map([['pip', false]]) }), 'broken'],
    [
      'missing where a script makes the page',
      page('', { anchors: new Map([['pip', false]]), ids: 1 }),
      'unchecked',
    ],
    [
      'missing so far',
      page('', { anchors: new Map([['pip', false]]), complete: false }),
      'unchecked',
    ],
    ['not looked for', page(''), 'ok'],
  ] as const)('%s', (_, body, expected) => {
    expect(judgeLink(`${URL_}#pip`, answered(200, { body })).class).toBe(expected);
  });

  it.each([
    ['#pip', 'pip'],
    ['#caf%C3%A9', 'café'],
    ['#%E0%A4%A', '%E0%A4%A'],
    ['#x:~:text=word', 'x'],
    ['#:~:text=word', ''],
    ['#!/route', ''],
    ['#/route', ''],
    ['#top', ''],
    ['#page=3', ''],
    ['', ''],
  ])('the fragment of …%s is %j', (hash, anchor) => {
    expect(fragmentOf(URL_ + hash)).toBe(anchor);
  });
});

describe('an anchor that a page lacks', () => {
  const lacking = (start: string) =>
    judgeLink(
      `${URL_}#usage`,
      answered(200, {
        body: { start, anchors: new Map([['usage', false]]), ids: 40, complete: true },
      }),
    ).class;

  it.each([
    '<div id="root"></div>',
    '<body><div class="x" id=app></div>',
    '<app-root></app-root>',
    '<script id="__NEXT_DATA__" type="application/json">',
    '<noscript>You need to enable JavaScript to run this app.</noscript>',
  ])('is not known to be missing where a script makes the page: %s', (start) => {
    expect(lacking(start)).toBe('unchecked');
  });

  it.each([
    '<div id="__docusaurus"><h1 id="title">',
    '<div class="rst-content"><section id="install">',
    '<div id="application-settings">',
    '<noscript><img src="pixel.png"></noscript>',
  ])('is missing where the server sends the whole page: %s', (start) => {
    expect(lacking(start)).toBe('broken');
  });
});
