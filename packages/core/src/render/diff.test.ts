import { describe, expect, it } from 'vitest';
import { lineIndex } from '../line-index.ts';
import { fixDiff } from './diff.ts';

const TEXT = 'one\ntwo\nthree\nfour\n';

function editOf(start: number, end: number, newText: string, text = TEXT) {
  return {
    range: lineIndex('a.txt', text).range(start, end),
    oldText: text.slice(start, end),
    newText,
  };
}

describe('fixDiff', () => {
  it.each([
    ['a change within a line', [editOf(4, 7, '2')], ['@@ line 2 @@', '-two', '+2']],
    ['a new line', [editOf(4, 4, 'new\n')], ['@@ line 2 @@', '+new']],
    ['a line that goes', [editOf(4, 8, '')], ['@@ line 2 @@', '-two']],
    [
      'two changes of one line',
      [editOf(4, 5, 'T'), editOf(6, 7, 'O')],
      ['@@ line 2 @@', '-two', '+TwO'],
    ],
    [
      'changes far apart, in the order of lines',
      [editOf(14, 18, '4'), editOf(0, 3, '1')],
      ['@@ line 1 @@', '-one', '+1', '@@ line 4 @@', '-four', '+4'],
    ],
    ['no change', [editOf(4, 7, 'two')], []],
    ['an edit that no longer fits', [{ ...editOf(4, 7, 'x'), oldText: 'TWO' }], []],
  ])('shows %s', (_, edits, lines) => {
    const header = lines.length === 0 ? [] : ['--- a/a.txt', '+++ b/a.txt'];
    expect(fixDiff({ title: '', edits }, () => TEXT)).toBe([...header, ...lines].join('\n'));
  });

  it('shows the edited text alone where the file is not at hand', () => {
    expect(fixDiff({ title: '', edits: [editOf(4, 7, '2')] }, () => undefined)).toBe(
      '--- a/a.txt\n+++ b/a.txt\n@@ line 2 @@\n-two\n+2',
    );
  });
});
