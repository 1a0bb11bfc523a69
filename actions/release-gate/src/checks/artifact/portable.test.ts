import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Distribution } from '../../facts.ts';
import { findingsOf, packed, someBuild, someProject } from '../../testing.ts';
import { portable } from './portable.ts';

const facts = (wheel: Partial<Distribution>) => ({
  project: someProject(),
  build: known(someBuild({}, wheel), fileStart('pyproject.toml')),
});

it('takes paths below the top, and what compilers write', () => {
  const given = facts({
    files: packed('a/..b.py', 'a/b..c'),
    marks: [
      { kind: 'build path', path: 'a/b.so', line: 1 },
      { kind: 'a private key', path: 'a/b.pem', line: 1 },
    ],
  });
  expect(findingsOf(portable, given)).toEqual([]);
});

it.each(['/etc/passwd', '../a.py', 'a/../../b.py', 'C:/a.py'])('refuses the path %s', (path) => {
  expect(findingsOf(portable, facts({ files: packed(path) }))).toEqual([
    `error pyproject.toml:1:1 Unexpected path \`${path}\` in attrsx-1.2.3-py3-none-any.whl, expected one below its top`,
  ]);
});

it('warns of the folder that was built in', () => {
  const marks = [{ kind: 'build path', path: 'a/config.py', line: 7 }];
  expect(findingsOf(portable, facts({ marks }))).toEqual([
    'warning pyproject.toml:1:1 Unexpected path of the folder that was built in at line 7 of `a/config.py` in attrsx-1.2.3-py3-none-any.whl, expected none since it is nowhere else',
  ]);
});
