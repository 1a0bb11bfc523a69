import { describe, expect, it } from 'vitest';
import { archivablePage, archivedCopy, availabilityOf, copyDay } from './archive.ts';

const gone = { class: 'broken', evidence: '404 Not Found' } as const;

describe('archivablePage', () => {
  it.each([
    ['https://a.org/x#part', 'https://a.org/x'],
    ['https://a.org/?a=b', 'https://a.org/?a=b'],
    ['https://user:secret@a.org/x', undefined],
    ['https://a.org:8443/x', undefined],
    ['https://127.0.0.1/x', undefined],
    ['https://[::1]/x', undefined],
    ['https://169.254.169.254/latest', undefined],
    ['https://wiki/x', undefined],
    ['https://wiki.corp/x', undefined],
    ['https://printer.lan/x', undefined],
    ['https://printer.local/x', undefined],
    ['https://a.internal/x', undefined],
    ['not an address', undefined],
  ])('%s', (href, expected) => {
    expect(archivablePage(href, gone)).toBe(expected);
  });

  it.each([
    { class: 'broken', evidence: 'the page has no anchor `#x`' },
    { class: 'blocked', evidence: '403 Forbidden' },
    { class: 'flaky', evidence: 'no answer within 20 s' },
    { class: 'ok', evidence: '200' },
  ] as const)('is none for $evidence', (verdict) => {
    expect(archivablePage('https://a.org/x', verdict)).toBeUndefined();
  });
});

it('asks for a page as one parameter', () => {
  expect(availabilityOf('https://archive.org/', 'https://a.org/?a=b&c=d')).toBe(
    'https://archive.org/wayback/available?url=https%3A%2F%2Fa.org%2F%3Fa%3Db%26c%3Dd',
  );
});

describe('archivedCopy', () => {
  const answer = (closest: object): string =>
    JSON.stringify({ url: 'a.org', archived_snapshots: { closest } });
  const url = 'http://web.archive.org/web/20130919044612/https://a.org/x';
  const copy = 'https://web.archive.org/web/20130919044612/https://a.org/x';

  it.each([
    ['a copy', answer({ available: true, status: '200', url }), copy],
    ['none', '{"url": "a.org", "archived_snapshots": {}}', undefined],
    ['a copy of an error', answer({ available: true, status: '404', url }), undefined],
    ['one that was taken away', answer({ available: false, status: '200', url }), undefined],
    [
      'what is elsewhere',
      answer({ available: true, status: '200', url: 'https://evil.example/web/20130919044612/x' }),
      undefined,
    ],
    [
      'more than an address',
      answer({ available: true, status: '200', url: `${url}\n::error::x` }),
      undefined,
    ],
    ['no JSON', '<html>', undefined],
    ['other JSON', '[1]', undefined],
    ['nothing', '', undefined],
  ])('reads %s', (_, text, expected) => {
    expect(archivedCopy(text)).toBe(expected);
  });

  it('knows the day of a copy', () => expect(copyDay(copy)).toBe('2013-09-19'));
});
