import { expect, it } from 'vitest';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { someFacts } from '../../testing-facts.ts';
import { lockCurrent } from './lock-current.ts';

const lock = (requires: string, head = 'requires-python = ">=3.9"\n') =>
  `version = 1\n${head}
[[package]]
name = "attrsx"
version = "1"
source = { editable = "." }

[package.metadata]
requires-dist = [${requires}]

[[package]]
name = "zzz"
version = "1"
source = { registry = "https://pypi.org/simple" }
`;
const facts = (more: string, lockText: string) =>
  someFacts({
    'pyproject.toml': `[project]\nname = "attrsx"\nversion = "1"\nrequires-python = ">=3.9"\n${more}`,
    'uv.lock': lockText,
  });
const found = (more: string, lockText: string) => findingsOf(lockCurrent, facts(more, lockText));
const ABC = `{ name = "a-b-c", specifier = ">=1.0,!=1.5" }`;

it.each([
  ['the same range in another spelling', 'dependencies = ["A_b.c != 1.5, >= 1.0"]\n', lock(ABC)],
  ['nothing on both sides', '', lock('')],
  [
    'an extra, and the project’s own',
    '[project.optional-dependencies]\nx = ["a"]\nall = ["attrsx[x]"]\n',
    lock(`{ name = "a", marker = "extra == 'x'" }`),
  ],
  [
    'what is taken from a folder',
    'dependencies = ["a>=1"]\n',
    lock('{ name = "a", editable = "../a" }'),
  ],
  ['what the build computes', 'dynamic = ["dependencies"]\n', lock(ABC)],
  ['an upper bound that uv leaves out', '', lock('', 'requires-python = ">=3.9, <4"\n')],
  ['a lock without the project', 'dependencies = ["a"]\n', 'version = 1\n'],
])('takes %s', (_, more, text) => {
  expect(found(more, text)).toEqual([]);
});

it.each([
  [
    'a requirement that was added',
    'dependencies = ["a-b-c>=1.0,!=1.5", "new"]\n',
    lock(ABC),
    'warning pyproject.toml:5:38 Unexpected requirement `new` that uv.lock was not made for, expected one that is locked',
  ],
  [
    'one that was taken out',
    '',
    lock(ABC),
    'warning uv.lock:5:9 Unexpected requirement on `a-b-c` in uv.lock, expected what the project declares',
  ],
  [
    'a range that was changed',
    'dependencies = ["a-b-c>=1.1"]\n',
    lock(ABC),
    'warning pyproject.toml:5:18 Unexpected requirement `a-b-c>=1.1`, expected the range that uv.lock was made for, `>=1.0,!=1.5`',
  ],
  [
    'another lowest Python',
    '',
    lock('', 'requires-python = ">=3.8"\n'),
    'warning uv.lock:2:20 Unexpected requires-python `>=3.8` in uv.lock, expected `>=3.9` as the project declares',
  ],
])('warns of %s', (_, more, text, words) => {
  expect(found(more, text)).toEqual([words]);
});

it('is skipped in a workspace, whose lock is for all its projects', () => {
  const text = lock(ABC, '[manifest]\nmembers = ["a", "attrsx"]\n');
  expect(outcomeOf(lockCurrent, facts('', text))).toMatchObject({ status: 'skip' });
});
