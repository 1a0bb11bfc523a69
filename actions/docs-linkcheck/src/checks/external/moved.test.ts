import { describe, expect, it } from 'vitest';
import { saidOf, someLink } from '../../testing.ts';
import { moved } from './moved.ts';

describe('external/moved', () => {
  const toNew = { class: 'moved', evidence: '', movedTo: 'https://a.org/new' } as const;

  it.each([
    [
      'a page that moved',
      someLink('https://a.org/old', toNew),
      [
        'notice README.md:1:1 Unexpected `https://a.org/old`, expected `https://a.org/new`, where it moved for good',
      ],
    ],
    [
      'a page that moved, named in a changelog',
      someLink('https://a.org/old', toNew, ['CHANGELOG.md', 'docs/release_notes/1.0.rst']),
      [],
    ],
    ['a good page', someLink('https://a.org/x', { class: 'ok', evidence: 'status 200' }), []],
  ])('%s', (_, link, expected) => {
    expect(saidOf(moved, [link])).toEqual(expected);
  });
});
