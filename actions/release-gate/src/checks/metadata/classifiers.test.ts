import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { classifiers } from './classifiers.ts';

const facts = (...lines: readonly string[]) => ({
  project: someProject({
    'pyproject.toml': `[project]\nname = "attrsx"\nclassifiers = [\n${lines.map((line) => `  "${line}",\n`).join('')}]\n`,
  }),
});

it('takes those of the list, and those that forbid an upload', () => {
  const given = facts('Programming Language :: Python :: 3.14', 'Private :: Do Not Upload');
  expect(outcomeOf(classifiers, given)).toEqual({ status: 'pass', found: '2 classifiers' });
});

it('refuses what the index refuses, at its place', () => {
  const given = facts(
    'Programing Language :: Python :: 3',
    'Natural Language :: Ukranian',
    'Topic :: Communications :: Chat :: AOL Instant Messenger',
    'Framework :: Wondrous',
  );
  expect(findingsOf(classifiers, given)).toEqual([
    'error pyproject.toml:4:4 Unexpected classifier `Programing Language :: Python :: 3`, expected one of the index’s list of 2026-09-21; did you mean `Programming Language :: Python :: 3`?',
    'error pyproject.toml:5:4 Unexpected deprecated classifier `Natural Language :: Ukranian`, expected `Natural Language :: Ukrainian`',
    'error pyproject.toml:6:4 Unexpected deprecated classifier `Topic :: Communications :: Chat :: AOL Instant Messenger`, expected none since no other took its place',
    'warning pyproject.toml:7:4 Unexpected classifier `Framework :: Wondrous`, expected one of the index’s list of 2026-09-21',
  ]);
});

it('mends what is surely meant', () => {
  expect(outcomeOf(classifiers, facts('typing :: typed'))).toMatchObject({
    findings: [{ fix: { edits: [{ oldText: 'typing :: typed', newText: 'Typing :: Typed' }] } }],
  });
});

it('only notes what a newer list may have, and a second one', () => {
  const given = facts('Framework :: Django :: 17.0', 'Typing :: Typed', 'Typing :: Typed');
  expect(findingsOf(classifiers, given)).toEqual([
    'notice pyproject.toml:4:4 Unexpected classifier `Framework :: Django :: 17.0`, expected one of the index’s list of 2026-09-21',
    'notice pyproject.toml:6:4 Unexpected second classifier `Typing :: Typed`, expected it once',
  ]);
});
