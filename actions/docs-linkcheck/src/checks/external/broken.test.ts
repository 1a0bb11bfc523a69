import { fileStart, known, type Problem } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { saidOf, someLink } from '../../testing.ts';
import { broken } from './broken.ts';

describe('external/broken', () => {
  it.each([
    [
      'a page that is gone',
      someLink('https://a.org/x', { class: 'broken', evidence: '404 Not Found' }),
      [
        'error README.md:1:1 Unexpected `https://a.org/x`, expected an address that leads somewhere: 404 Not Found',
      ],
    ],
    [
      'a page that is gone and was good before',
      someLink('https://a.org/x', { class: 'broken', evidence: '410 Gone' }, undefined, {
        lastGood: '2026-11-01',
      }),
      [
        'error README.md:1:1 Unexpected `https://a.org/x`, expected an address that leads somewhere: 410 Gone, last good on 2026-11-01',
      ],
    ],
    [
      'a page that failed often enough',
      someLink(
        'https://a.org/x',
        { class: 'flaky', evidence: 'no answer within 20 s' },
        undefined,
        { failing: { since: '2026-11-01', times: 4 } },
      ),
      [
        'error README.md:1:1 Unexpected `https://a.org/x`, expected an address that leads somewhere: no answer within 20 s, 4 failures since 2026-11-01',
      ],
    ],
    [
      'a page that is gone, named in a changelog alone',
      someLink('https://a.org/x', { class: 'broken', evidence: '404 Not Found' }, ['CHANGES.rst']),
      [
        'warning CHANGES.rst:1:1 Unexpected `https://a.org/x`, expected an address that leads somewhere: 404 Not Found',
      ],
    ],
    [
      'a page that is gone, named elsewhere too',
      someLink('https://a.org/x', { class: 'broken', evidence: '404 Not Found' }, [
        'CHANGES.rst',
        'README.md',
      ]),
      [
        'error CHANGES.rst:1:1 Unexpected `https://a.org/x`, expected an address that leads somewhere: 404 Not Found',
      ],
    ],
    ['a page that fails now', someLink('https://a.org/x', { class: 'flaky', evidence: '503' }), []],
    ['a wall', someLink('https://a.org/x', { class: 'blocked', evidence: '403' }), []],
    ['a good page', someLink('https://a.org/x', { class: 'ok', evidence: 'status 200' }), []],
  ])('%s', (_, link, expected) => {
    expect(saidOf(broken, [link])).toEqual(expected);
  });
});

it('names the copy that an archive has', () => {
  const archived = 'https://web.archive.org/web/20240102030405/https://a.org/x';
  const link = someLink('https://a.org/x', { class: 'broken', evidence: '404' }, undefined, {
    archived,
  });
  const { findings } = broken.judge({
    external: known(
      {
        asked: true,
        links: [link],
        probed: 1,
        remembered: 0,
        answeredByGit: 0,
        leftOut: 0,
        ended: undefined,
      },
      fileStart('.'),
    ),
  }) as { readonly findings: readonly Problem[] };
  expect(findings.map(({ remedy }) => remedy)).toEqual([
    `look for its new address; a copy of 2024-01-02 is at ${archived}`,
  ]);
});
